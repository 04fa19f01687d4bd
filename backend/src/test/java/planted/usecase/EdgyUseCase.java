package planted.usecase;

import planted.sql.SqlThings;

/** A use case that knows the store's SQL: planted. */
public class EdgyUseCase {
    private final SqlThings things = new SqlThings();

    public SqlThings things() {
        return things;
    }
}
