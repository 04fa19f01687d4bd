package org.goufu.organization.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/** Knows which region a registration authority keeps, by its name: 成都市武侯区民政局 keeps 510107. */
public final class Authorities {
    private static final Pattern OFFICE = Pattern.compile("(民政|行政审批|社会组织|政务服务|市场监督|街道办事处|人民政府|社会工作).*$");
    private static final int DEEPEST = 4;

    private final Regions regions;
    private final Map<String, String> byName = new HashMap<>();

    public Authorities(Regions regions) {
        this.regions = regions;
        Set<String> ambiguous = new HashSet<>();
        for (int level = 1; level <= DEEPEST; level++) {
            for (var region : regions.level(level)) {
                var full = region.fullName().replace(" ", "");
                put(full, region, ambiguous);
                put(province() + full, region, ambiguous);
                if (level < DEEPEST) put(region.name(), region, ambiguous);
            }
        }
        ambiguous.forEach(byName::remove);
    }

    private String province() {
        return regions.level(1).stream().findFirst().map(Region::name).orElse("");
    }

    private void put(String name, Region region, Set<String> ambiguous) {
        var other = byName.putIfAbsent(name, region.code());
        if (other != null && !other.equals(region.code())) ambiguous.add(name);
    }

    /** Empty when the name is not that of an authority of the province. */
    public Optional<String> regionOf(String authority) {
        var name = TypedForms.name(authority);
        return Optional.ofNullable(byName.get(OFFICE.matcher(name).replaceFirst("")));
    }

    /** The region inside a credit code; empty when it is gone since, as historic ones may be. */
    public Optional<String> regionIn(String creditCode) {
        var six = creditCode.substring(2, 8);
        var code = six.endsWith("0000") ? six.substring(0, 2) : six.endsWith("00") ? six.substring(0, 4) : six;
        return regions.find(code).map(Region::code);
    }

    /** Where a new body is registered: where its authority is, else where its code says, else where the registrar is. */
    String place(String authority, String creditCode, RegionCode registrars) {
        return regionOf(authority)
                .or(() -> creditCode.isEmpty() ? Optional.empty() : regionIn(creditCode))
                .orElse(registrars.value());
    }
}
