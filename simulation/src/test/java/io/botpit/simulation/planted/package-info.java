/**
 * Bugs planted into the engine's classes as they are loaded, to prove that the auditor sees them. Nothing in the product
 * knows of this: what is changed is the byte code of one copy.
 */
@NullMarked
package io.botpit.simulation.planted;

import org.jspecify.annotations.NullMarked;
