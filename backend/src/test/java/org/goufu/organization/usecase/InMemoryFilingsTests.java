package org.goufu.organization.usecase;

class InMemoryFilingsTests extends FilingsContract {
    private final InMemoryFilings filings = new InMemoryFilings();

    @Override
    protected Filings filings() {
        return filings;
    }
}
