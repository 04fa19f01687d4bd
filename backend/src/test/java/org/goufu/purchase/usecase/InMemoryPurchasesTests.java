package org.goufu.purchase.usecase;

class InMemoryPurchasesTests implements PurchasesContract {
    private final Purchases store = new InMemoryPurchases();

    @Override
    public Purchases store() {
        return store;
    }
}
