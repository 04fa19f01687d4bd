package org.goufu.demo.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoScale;
import org.goufu.demo.Showcase;
import org.goufu.reference.Region;

/** Makes the buyers: street offices and township governments, and the bureaus of their counties, cities and the province. */
final class DepartmentMaker {

    /** A bureau: what stands before and behind the place, and its type (domain.md 2.1). */
    private record Bureau(String before, String behind, String type) {}

    private static final List<Bureau> FEW = List.of(
            new Bureau("", "民政局", "GOV_ORGAN"),
            new Bureau("", "司法局", "GOV_ORGAN"),
            new Bureau("", "残疾人联合会", "MASS_ORG_ADMIN"));
    private static final List<Bureau> MORE = List.of(
            new Bureau("", "卫生健康局", "GOV_ORGAN"),
            new Bureau("", "应急管理局", "GOV_ORGAN"),
            new Bureau("中共", "委社会工作部", "PARTY_ORGAN"),
            new Bureau("共青团", "委员会", "MASS_ORG_ADMIN"));

    private final DemoPlan plan;
    private final NameMaker names;
    private final CreditCodes codes;
    private final Dice dice;

    DepartmentMaker(DemoPlan plan, NameMaker names, CreditCodes codes, Dice dice) {
        this.plan = plan;
        this.names = names;
        this.codes = codes;
        this.dice = dice;
    }

    List<DemoDepartment> departments(Geography geography) {
        var all = new ArrayList<DemoDepartment>();
        var bureaus = new ArrayList<>(FEW);
        if (plan.scale() != DemoScale.TINY) {
            bureaus.addAll(MORE);
        }
        all.add(department("四川省民政厅", "51", "GOV_ORGAN"));
        var cities = new TreeSet<String>();
        for (var county : geography.counties()) {
            cities.add(county.substring(0, 4));
            bureaus.forEach(bureau -> all.add(bureau(bureau, county)));
        }
        cities.forEach(city -> FEW.forEach(bureau -> all.add(bureau(bureau, city))));
        geography.streets().stream()
                .filter(street -> street.code().charAt(6) < '4')
                .forEach(street -> all.add(office(street)));
        return all;
    }

    private DemoDepartment bureau(Bureau bureau, String code) {
        return department(bureau.before() + names.place(code) + bureau.behind(), code, bureau.type());
    }

    private DemoDepartment office(Region street) {
        boolean isStreet = street.code().charAt(6) == '0';
        var name = names.place(street.code()) + (isStreet ? "办事处" : "人民政府");
        return department(name, street.code(), isStreet ? "STREET_OFFICE" : "TOWNSHIP_GOV");
    }

    private DemoDepartment department(String name, String code, String type) {
        var id = code.equals(Showcase.STREET)
                ? Showcase.of(plan).department()
                : dice.id(plan.start().minus(Duration.ofDays(dice.between(700, 1_000))));
        return new DemoDepartment(id, name, codes.nextDepartment(code), code, type, names.address(code), names.phone());
    }
}
