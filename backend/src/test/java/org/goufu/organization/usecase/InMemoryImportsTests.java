package org.goufu.organization.usecase;

class InMemoryImportsTests implements ImportsContract {
    private final Imports store = new InMemoryImports();

    @Override
    public Imports store() {
        return store;
    }
}
