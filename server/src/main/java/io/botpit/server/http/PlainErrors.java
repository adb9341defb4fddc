package io.botpit.server.http;

import io.botpit.protocol.rest.ProblemBody;
import io.botpit.protocol.rest.RestCodec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, such as a broken request line, as problem JSON and without a word about its insides. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        SecurityHeaders.addTo(response.getHeaders(), Request.getPathInContext(request));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, RestApi.PROBLEM_TYPE);
        String code = status >= 500 ? "internal" : "bad_request";
        String detail = status >= 500 ? "something broke here; the server's log knows more" : "the request was refused";
        Content.Sink.write(response, true, RestCodec.json(ProblemBody.of(status, code, detail)), callback);
        return true;
    }
}
