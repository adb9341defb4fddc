package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every document is a page that can be read on a phone. */
@Tag("browser")
class DocumentsTest {
    private static final int DOCUMENTS_MIN = 10;

    @RegisterExtension
    static final Site SITE = Site.shared();

    @Test
    void everyDocumentIsAPage() {
        try (Visit visit = SITE.visit(Look.phone())) {
            Page page = Sight.DOCUMENTS.openIn(visit);
            List<String> documents = page.locator("main a").all().stream()
                    .map(link -> String.valueOf(link.getAttribute("href")).replaceFirst("#.*", ""))
                    .filter(link -> link.startsWith("docs/") && !link.endsWith(".yaml"))
                    .distinct()
                    .toList();
            assertThat(documents).hasSizeGreaterThan(DOCUMENTS_MIN);

            for (String document : documents) {
                visit.open(document);
                assertThat(page.locator("main h1")).hasCount(1);
                assertThat(page.locator("main").innerText()).doesNotContain("](", "\n## ");
                visit.assertFit();
            }
        }
    }
}
