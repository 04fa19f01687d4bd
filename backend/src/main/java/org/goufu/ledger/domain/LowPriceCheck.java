package org.goufu.ledger.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Derives again which prices had to be explained (财库〔2026〕2号): below the ratios of the notice, or the lawful ones where it says
 * nothing; and that exactly those fell out whom the panel did not believe.
 */
final class LowPriceCheck {
    private static final String LOW_PRICE = "LOW_PRICE";
    private static final long OF_AVERAGE = 50;
    private static final long OF_SECOND = 50;
    private static final long OF_CEILING = 45;
    private static final long MOST = 65;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Map<String, Object> result;
    private final Map<String, Object> ratios;

    /** @param call that held when bids were given */
    LowPriceCheck(Map<String, Object> result, Optional<Map<String, Object>> call) {
        this.result = result;
        this.ratios = Json.object(call.orElse(result), "lowPrice").orElse(Map.of());
    }

    boolean follows() {
        return areLawful() && new Inquiries(result).areHeard() && asked().equals(due()) && fallen().equals(refused());
    }

    /** Neither below what the law asks for, nor above what it allows. */
    private boolean areLawful() {
        return isLawful("ofAverage", OF_AVERAGE)
                && isLawful("ofSecond", OF_SECOND)
                && isLawful("ofCeiling", OF_CEILING);
    }

    private boolean isLawful(String name, long lawful) {
        long ratio = Json.whole(ratios, name).orElse(lawful);
        return ratio >= lawful && ratio <= MOST;
    }

    private Map<String, String> due() {
        var prices = new TreeMap<String, BigInteger>();
        for (var bid : Json.objects(result, "bids")) {
            long fen = Json.whole(bid, "priceFen").orElse(0L);
            boolean looked = Ranking.isRanked(bid) || LOW_PRICE.equals(bid.get("excludedAt"));
            if (looked && fen > 0) prices.put(Json.said(bid, "id"), BigInteger.valueOf(fen));
        }
        var due = new TreeMap<String, String>();
        var sorted = prices.values().stream().sorted().toList();
        prices.forEach((bid, price) -> {
            var cases = cases(price.multiply(HUNDRED), sorted);
            if (!cases.isEmpty()) due.put(bid, cases);
        });
        return due;
    }

    private String cases(BigInteger hundredfold, List<BigInteger> sorted) {
        var sum = sorted.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var all = hundredfold.multiply(BigInteger.valueOf(sorted.size()));
        var ceiling = BigInteger.valueOf(Json.whole(result, "ceilingFen").orElse(0L));
        return (all.compareTo(sum.multiply(ratio("ofAverage", OF_AVERAGE))) < 0 ? "A" : "")
                + (sorted.size() > 1 && hundredfold.compareTo(sorted.get(1).multiply(ratio("ofSecond", OF_SECOND))) < 0
                        ? "B"
                        : "")
                + (hundredfold.compareTo(ceiling.multiply(ratio("ofCeiling", OF_CEILING))) < 0 ? "C" : "");
    }

    private BigInteger ratio(String name, long lawful) {
        return BigInteger.valueOf(Json.whole(ratios, name).orElse(lawful));
    }

    /** Whom the panel itself doubted (D) follows from nothing. */
    private Map<String, String> asked() {
        var asked = new TreeMap<String, String>();
        for (var inquiry : Json.objects(result, "inquiries")) {
            var cases = Json.texts(inquiry, "triggers").stream()
                    .filter(one -> !one.equals("D"))
                    .sorted()
                    .collect(Collectors.joining());
            if (!cases.isEmpty()) asked.put(Json.said(inquiry, "bid"), cases);
        }
        return asked;
    }

    private List<String> fallen() {
        return Json.objects(result, "bids").stream()
                .filter(bid -> LOW_PRICE.equals(bid.get("excludedAt")))
                .map(bid -> Json.said(bid, "id"))
                .sorted()
                .toList();
    }

    private List<String> refused() {
        return Json.objects(result, "inquiries").stream()
                .filter(inquiry -> Boolean.FALSE.equals(inquiry.get("accepted")))
                .map(inquiry -> Json.said(inquiry, "bid"))
                .sorted()
                .toList();
    }
}
