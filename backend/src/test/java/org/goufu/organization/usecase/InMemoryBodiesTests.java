package org.goufu.organization.usecase;

class InMemoryBodiesTests extends BodiesContract {
    private final InMemoryBodies bodies = new InMemoryBodies();

    @Override
    protected Bodies bodies() {
        return bodies;
    }

    @Override
    protected BodyHistory history() {
        return bodies;
    }
}
