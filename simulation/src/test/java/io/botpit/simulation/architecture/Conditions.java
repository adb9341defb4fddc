package io.botpit.simulation.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Conditions that ArchUnit has no words for. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaMethod> haveAParameterOf(DescribedPredicate<JavaClass> type) {
        return new ArchCondition<>("have a parameter of " + type.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean found = method.getRawParameterTypes().stream().anyMatch(type);
                events.add(new SimpleConditionEvent(
                        method, found, method.getDescription() + (found ? " has" : " has not") + " such a parameter"));
            }
        };
    }
}
