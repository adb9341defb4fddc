package io.botpit.persistence;

/** On a real file. */
final class H2ProjectionTest extends RatingContract {
    @Override
    Database open() {
        return Database.open(new H2File(folder, "tables"));
    }
}
