package planted.http;

import org.goufu.platform.database.Transactions;
import org.springframework.web.bind.annotation.RestController;
import planted.sql.SqlThings;

/** A public controller that goes to the store and opens transactions: planted. */
@RestController
public class PublicController {
    private final SqlThings things;
    private final Transactions transactions;

    public PublicController(SqlThings things, Transactions transactions) {
        this.things = things;
        this.transactions = transactions;
    }

    public String all() {
        return things.toString() + transactions;
    }
}
