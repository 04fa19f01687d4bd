package org.goufu.organization.sql;

import org.goufu.GoufuIT;
import org.goufu.organization.usecase.Imports;
import org.goufu.organization.usecase.ImportsContract;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlImportsIT implements ImportsContract {
    @Autowired
    Imports imports;

    @Override
    public Imports store() {
        return imports;
    }
}
