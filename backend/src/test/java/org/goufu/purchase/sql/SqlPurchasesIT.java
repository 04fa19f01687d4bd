package org.goufu.purchase.sql;

import org.goufu.GoufuIT;
import org.goufu.purchase.usecase.Purchases;
import org.goufu.purchase.usecase.PurchasesContract;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlPurchasesIT implements PurchasesContract {
    @Autowired
    Purchases purchases;

    @Override
    public Purchases store() {
        return purchases;
    }
}
