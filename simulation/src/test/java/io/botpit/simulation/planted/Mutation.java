package io.botpit.simulation.planted;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;

/** A bug: what the engine does wrong, where, and how. */
record Mutation(String name, Site site, Change change) {
    @Override
    public String toString() {
        return name;
    }

    /** The class with the bug in it; {@link AssertionError} if the engine has been rewritten there. */
    byte[] plant(byte[] original) {
        ClassModel model = ClassFile.of().parse(original);
        int found = site.count(model);
        if (found != site.total()) {
            throw new AssertionError("\"" + name + "\" expects " + site.total() + " such instructions in "
                    + site.className() + "." + site.method() + ", there are " + found + ": aim it anew");
        }
        return ClassFile.of()
                .transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(
                                method -> method.methodName().equalsString(site.method()), new Counting()));
    }

    /** Counts through all bodies of one class. */
    private final class Counting implements CodeTransform {
        private int count;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (site.holds(element) && site.picks(++count)) {
                change.write(code, (Instruction) element);
            } else {
                code.with(element);
            }
        }
    }
}
