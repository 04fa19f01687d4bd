package org.goufu.kernel;

/** Why an account cannot do what only a department's, a body's or a region's account can. */
public enum ActorProblem implements Problem {
    NO_DEPARTMENT(Kind.FORBIDDEN),
    NO_ORGANIZATION(Kind.FORBIDDEN),
    NO_REGION(Kind.FORBIDDEN);

    private final Kind kind;

    ActorProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
