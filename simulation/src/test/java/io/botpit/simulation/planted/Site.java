package io.botpit.simulation.planted;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.function.Predicate;

/**
 * Where a bug is planted: some of the like instructions of a method (all methods of that name together).
 *
 * @param type below {@code io.botpit.game}
 * @param here what the instructions have in common
 * @param total how many of them the method must have
 * @param nth which one of them, from 1; 0 for all
 */
record Site(String type, String method, Predicate<Instruction> here, int total, int nth) {
    private static final String ENGINE = "io.botpit.game.";

    /** The only such instruction. */
    static Site only(String type, String method, Predicate<Instruction> here) {
        return new Site(type, method, here, 1, 0);
    }

    /** The {@code nth} of {@code total} such instructions. */
    Site nth(int nth, int total) {
        return new Site(type, method, here, total, nth);
    }

    /** All of {@code total} such instructions. */
    Site all(int total) {
        return new Site(type, method, here, total, 0);
    }

    static Predicate<Instruction> call(String name) {
        return i -> i instanceof InvokeInstruction call && call.name().equalsString(name);
    }

    static Predicate<Instruction> field(Opcode opcode, String name) {
        return i -> i instanceof FieldInstruction field
                && field.opcode() == opcode
                && field.name().equalsString(name);
    }

    static Predicate<Instruction> branch(Opcode opcode) {
        return i -> i instanceof BranchInstruction && i.opcode() == opcode;
    }

    static Predicate<Instruction> plain(Opcode opcode) {
        return i -> i.opcode() == opcode;
    }

    String className() {
        return ENGINE + type;
    }

    boolean holds(CodeElement element) {
        return element instanceof Instruction instruction && here.test(instruction);
    }

    boolean picks(int count) {
        return nth == 0 || nth == count;
    }

    /** How many such instructions the method really has. */
    int count(ClassModel model) {
        return model.methods().stream()
                .filter(m -> m.methodName().equalsString(method))
                .flatMap(m -> m.code().stream())
                .mapToInt(code -> (int) code.elementStream().filter(this::holds).count())
                .sum();
    }
}
