/** Tests of the journal: every type, every torn byte, flipped bits, cut power, killed processes. */
@NullMarked
package io.botpit.persistence.journal;

import org.jspecify.annotations.NullMarked;
