package io.botpit.simulation.planted;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.Consumer;

/** What is written in the place of an instruction. */
@FunctionalInterface
interface Change {
    void write(CodeBuilder code, Instruction original);

    /** Another condition, the same target. */
    static Change branch(Opcode opcode) {
        return (code, original) -> code.branch(opcode, ((BranchInstruction) original).target());
    }

    /** A jump on a value compared with 0 is always taken. */
    static Change jump() {
        return (code, original) -> code.pop().goto_(((BranchInstruction) original).target());
    }

    static Change instead(Consumer<CodeBuilder> other) {
        return (code, _) -> other.accept(code);
    }

    static Change before(Consumer<CodeBuilder> more) {
        return (code, original) -> {
            more.accept(code);
            code.with(original);
        };
    }

    static Change after(Consumer<CodeBuilder> more) {
        return (code, original) -> {
            code.with(original);
            more.accept(code);
        };
    }

    /** The call is left out; what it would have returned is {@code value}, if anything. */
    static Change answer(Consumer<CodeBuilder> value) {
        return (code, original) -> {
            InvokeInstruction call = (InvokeInstruction) original;
            List<ClassDesc> parameters = call.typeSymbol().parameterList();
            for (ClassDesc parameter : parameters.reversed()) {
                if (TypeKind.from(parameter).slotSize() == 2) {
                    code.pop2();
                } else {
                    code.pop();
                }
            }
            if (call.opcode() != Opcode.INVOKESTATIC) {
                code.pop();
            }
            value.accept(code);
        };
    }

    /** A call that returns nothing is left out. */
    static Change leaveOut() {
        return answer(_ -> {});
    }

    /** {@code a.isBefore(b)} is also true if they are equal. */
    static Change orEqual() {
        return (code, original) -> {
            code.swap().with(original);
            code.iconst_1().ixor();
        };
    }

    /** Another method of the same type and shape is called. */
    static Change callOf(String name) {
        return (code, original) -> {
            InvokeInstruction call = (InvokeInstruction) original;
            code.invoke(call.opcode(), call.owner().asSymbol(), name, call.typeSymbol(), call.isInterface());
        };
    }
}
