package org.goufu.demo.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.reference.Regions;

/** Writes what stands on the certificate of a registered body besides its name (domain.md 3.2). */
public final class CertificateMaker {
    private static final int COUNTY_DIGITS = 6;
    private static final int PROVINCE_DIGITS = 2;
    private static final int KINDS = 7;

    private final Regions regions;

    public CertificateMaker(Regions regions) {
        this.regions = regions;
    }

    /** Who registered it. */
    public String authority(DemoBody body) {
        return place(body) + (registered(body).length() == PROVINCE_DIGITS ? "民政厅" : "民政局");
    }

    /** The items of the certificate, as the registry keeps them. */
    public Map<String, Object> registration(DemoBody body) {
        var items = new LinkedHashMap<String, Object>();
        // The id decides, so that no other body of the province is drawn differently for it.
        int drawn = Math.floorMod(body.id().hashCode(), KINDS);
        boolean association = body.legalForm() == LegalForm.ASSOCIATION;
        boolean foundation = body.legalForm() == LegalForm.FOUNDATION;
        items.put("purpose", "遵守宪法、法律和国家政策，践行社会主义核心价值观，服务社区居民");
        items.put("fundsFen", foundation ? 200_000_000L : (3L + drawn) * 1_000_000L);
        if (body.kind() == BodyKind.FEDERATION) {
            items.put("competentUnit", regions.coded(body.regionCode()).name().replace(" ", "") + "（街道、乡镇）");
        } else if (drawn > 2) {
            items.put("competentUnit", place(body) + "民政部门");
        } else {
            items.put("industryUnit", place(body) + "民政部门");
        }
        if (association) items.put("activityArea", place(body));
        if (body.legalForm() == LegalForm.SERVICE_INSTITUTION) items.put("institutionKind", "LEGAL_PERSON");
        if (foundation) items.put("foundationKind", "NON_PUBLIC");
        items.put("charity", foundation || drawn == 1);
        items.put("publicFundraising", false);
        items.put("certificateFrom", body.foundedOn().toString());
        items.put(
                "party",
                drawn == 0 ? Map.of("kind", "NONE") : Map.of("kind", "JOINT", "name", place(body) + "社会组织联合党支部"));
        items.put(
                "organs",
                association
                        ? Map.of(
                                "individualMembers",
                                50 + 5 * drawn,
                                "unitMembers",
                                6 + drawn,
                                "council",
                                9 + 2 * drawn,
                                "supervisors",
                                1 + drawn / 3)
                        : Map.of("council", 5 + drawn, "supervisors", 1 + drawn / 3));
        return items;
    }

    private String place(DemoBody body) {
        return Objects.requireNonNull(regions.coded(registered(body)).name()).replace(" ", "");
    }

    /** Streets file, counties register. */
    private static String registered(DemoBody body) {
        var code = body.regionCode();
        return code.substring(0, Math.min(COUNTY_DIGITS, code.length()));
    }
}
