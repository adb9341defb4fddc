/**
 * The pages of the site as viewers have them: a real Chromium, a server of its own process, house bots that play. What
 * goes wrong in a page without being asked for (a violated policy, an error, a request to elsewhere) fails the test that
 * was there. A test runs on one thread; Playwright allows no other.
 */
@NullMarked
package io.botpit.simulation.site;

import org.jspecify.annotations.NullMarked;
