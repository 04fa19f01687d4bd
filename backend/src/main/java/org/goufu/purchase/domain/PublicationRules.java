package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.Finding;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;

/** Everything that a purchase must satisfy to be published now, in the order of its form. */
public final class PublicationRules {
    private static final int ALL_POINTS = 100;

    private PublicationRules() {}

    /** Errors first. */
    public static List<Finding> check(Content content, Circumstances circumstances) {
        var findings = new ArrayList<>(withoutTimes(content, circumstances));
        findings.addAll(TimingRules.check(content, circumstances));
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    /** All but those that count from the day of publication; in the order of the form. */
    static List<Finding> withoutTimes(Content content, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        general(content, findings);
        findings.addAll(MethodRule.check(content, circumstances));
        for (int i = 0; i < content.lots().size(); i++) {
            lot("/lots/" + i, content.lots().get(i), isScored(content), findings);
        }
        findings.addAll(StatutoryRules.check(content, circumstances));
        findings.addAll(PriceWeightRule.check(content));
        findings.addAll(LowPriceRule.check(content));
        findings.addAll(SecondRunRule.check(content, circumstances.failed()));
        findings.addAll(Linter.read(content));
        return findings;
    }

    private static void general(Content content, List<Finding> findings) {
        required("/title", content.title(), findings);
        required("/method", content.method(), findings);
        required("/regionCode", content.regionCode(), findings);
        required("/description", content.description(), findings);
        required("/bidDeadline", content.bidDeadline(), findings);
        var contact = content.contact() == null ? new Contact(null, null, null) : content.contact();
        required("/contact/name", contact.name(), findings);
        required("/contact/phone", contact.phone(), findings);
        if (content.lots().isEmpty()) {
            findings.add(Finding.error("/lots", "required"));
        }
    }

    private static void lot(String pointer, LotContent lot, boolean scored, List<Finding> findings) {
        required(pointer + "/title", lot.title(), findings);
        required(pointer + "/categoryCode", lot.categoryCode(), findings);
        required(pointer + "/budgetFen", lot.budgetFen(), findings);
        if (lot.serviceRegionCodes().isEmpty()) {
            findings.add(Finding.error(pointer + "/serviceRegionCodes", "required"));
        }
        for (int i = 0; i < lot.requirements().size(); i++) {
            requirement(pointer + "/requirements/" + i, lot.requirements().get(i), findings);
        }
        if (scored) {
            criteria(pointer + "/criteria", lot.criteria(), findings);
        } else if (!lot.criteria().isEmpty()) {
            // 财政部令第74号 第35条: who meets the needs at the lowest final price; points would be no part of it.
            findings.add(Finding.error(pointer + "/criteria", "criteria-of-lowest-price"));
        }
    }

    private static boolean isScored(Content content) {
        return OpenCall.of(content.method()).map(OpenCall::scored).orElse(true);
    }

    private static void requirement(String pointer, Requirement requirement, List<Finding> findings) {
        switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION -> required(pointer + "/qualification", requirement.qualification(), findings);
            case ANNUAL_INSPECTION -> required(pointer + "/year", requirement.year(), findings);
            case PROFESSIONAL_STAFF -> {
                required(pointer + "/qualification", requirement.qualification(), findings);
                required(pointer + "/count", requirement.count(), findings);
            }
            case TEXT -> required(pointer + "/text", requirement.text(), findings);
        }
    }

    private static void criteria(String pointer, List<Criterion> criteria, List<Finding> findings) {
        if (criteria.isEmpty()) {
            findings.add(Finding.error(pointer, "required"));
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < criteria.size(); i++) {
            var name = criteria.get(i).name();
            required(pointer + "/" + i + "/name", name, findings);
            if (name != null && !name.isBlank() && !names.add(name.strip())) {
                findings.add(Finding.error(pointer + "/" + i + "/name", "criterion-twice", name.strip()));
            }
            required(pointer + "/" + i + "/weight", criteria.get(i).weight(), findings);
            required(pointer + "/" + i + "/kind", criteria.get(i).kind(), findings);
        }
        var sum = criteria.stream()
                .mapToInt(criterion -> criterion.weight() == null ? 0 : criterion.weight())
                .sum();
        if (sum != ALL_POINTS) {
            findings.add(Finding.error(pointer, "weights-not-100", sum));
        }
    }

    /** Blank text says nothing. */
    static void required(String pointer, @Nullable Object value, List<Finding> findings) {
        if (value == null || value instanceof String text && text.isBlank()) {
            findings.add(Finding.error(pointer, "required"));
        }
    }
}
