package io.botpit.server.http;

import io.botpit.protocol.rest.ProblemBody;
import io.botpit.protocol.rest.RestCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that goes wrong in a handler becomes problem JSON; what is our fault is logged under a number. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final AtomicLong accidents = new AtomicLong();

    void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> write(context, problem.body()));
        routes.exception(HttpResponseException.class, Failures::ofJavalin);
        routes.exception(Exception.class, this::accident);
    }

    private static void ofJavalin(HttpResponseException refusal, Context context) {
        if (refusal instanceof MethodNotAllowedResponse) {
            String methods = refusal.getDetails().getOrDefault("availableMethods", "GET");
            context.header("Allow", methods);
        }
        ProblemBody known = ProblemBody.of(refusal.getStatus(), "", "");
        String code = known.title().toLowerCase(Locale.ROOT).replace(' ', '_');
        write(context, ProblemBody.of(refusal.getStatus(), code, known.title()));
    }

    private void accident(Exception failure, Context context) {
        if (failure instanceof HttpException refusal && refusal.getCode() < 500) {
            write(context, ProblemBody.of(refusal.getCode(), "bad_request", "the request was refused"));
            return;
        }
        long number = accidents.incrementAndGet();
        LOG.error("request failed, accident {}", number, failure);
        write(
                context,
                ProblemBody.of(
                        500, "internal", "something broke here; the server's log knows it as accident " + number));
    }

    static void write(Context context, ProblemBody body) {
        context.status(body.status());
        context.header("Cache-Control", "no-store");
        context.contentType(RestApi.PROBLEM_TYPE);
        context.result(RestCodec.json(body));
    }
}
