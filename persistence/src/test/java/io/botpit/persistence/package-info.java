/** Tests of the data folder, the database, the projection and what is read from it. */
@NullMarked
package io.botpit.persistence;

import org.jspecify.annotations.NullMarked;
