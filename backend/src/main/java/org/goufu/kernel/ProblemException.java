package org.goufu.kernel;

import java.io.Serial;
import java.util.List;

/** Carries a {@link Problem} to the one place that turns it into RFC 9457. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;

    ProblemException(Problem problem, List<Object> arguments, List<FieldProblem> fields) {
        // A refusal is an answer, not a failure of the program: no stack is filled in.
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.arguments = List.copyOf(arguments);
        this.fields = List.copyOf(fields);
    }

    public Problem problem() {
        return problem;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
