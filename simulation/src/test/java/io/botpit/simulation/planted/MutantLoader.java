package io.botpit.simulation.planted;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads engine and auditor a second time, beside those of the tests, with one bug in the engine or none. One thread.
 */
final class MutantLoader extends ClassLoader {
    private static final String ENGINE = "io.botpit.game.";
    private static final String AUDITOR = "io.botpit.simulation.audit.";

    private final @Nullable Mutation mutation;
    private boolean planted;

    MutantLoader(@Nullable Mutation mutation) {
        super(MutantLoader.class.getClassLoader());
        this.mutation = mutation;
    }

    /** What a hunt of the auditor, loaded by this loader, comes back with. */
    @SuppressWarnings("unchecked") // The type is written down at its only class.
    Optional<String> hunt(String hunter) throws ReflectiveOperationException {
        Class<?> type = loadClass(hunter);
        Supplier<Optional<String>> hunt =
                (Supplier<Optional<String>>) type.getDeclaredConstructor().newInstance();
        return hunt.get();
    }

    /** Whether the class with the bug was in use. */
    boolean hasPlanted() {
        return planted;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ENGINE) && !name.startsWith(AUDITOR)) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = read(name);
        if (mutation != null && mutation.site().className().equals(name)) {
            bytes = mutation.plant(bytes);
            planted = true;
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] read(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }
}
