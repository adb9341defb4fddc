/** Written by jOOQ's generator from the migrations ({@code -Pcodegen}); not edited, seen by the database only. */
@NullUnmarked
package io.botpit.persistence.jooq;

import org.jspecify.annotations.NullUnmarked;
