package org.goufu.demo.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.Showcase;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/**
 * Makes the whole registry, street by street: so much at a time that a province needs no more memory than a town.
 *
 * <p>Everything is drawn in one fixed order, so it is to be read through once, from one thread.
 */
public final class RegistryMaker {
    /** Filed groups to one registered body, as counted at the end of 2020. */
    private static final double FILED_TO_REGISTERED = 5.4;

    /** Groups of the showcase. */
    private static final int SHOWN = 3;

    private static final double URBAN = 1.6;
    private static final double UNIT_MEMBERS = 0.2;

    private final DemoPlan plan;
    private final Geography geography;
    private final DepartmentMaker departments;
    private final LegalPersonMaker organizations;
    private final FederationMaker federations;
    private final GroupMaker groups;
    private final MembershipMaker memberships;
    private final ShowcaseMaker showcase;
    private final ActivityMaker activities;
    private final OfficeMaker offices;
    private final Dice dice;
    private final Map<String, List<UUID>> federationsOfCounty = new HashMap<>();

    public RegistryMaker(DemoPlan plan, Regions regions) {
        this.plan = plan;
        this.dice = Dice.of(plan, "registry");
        this.geography = Geography.of(plan, regions);
        var names = new NameMaker(regions, dice);
        var codes = new CreditCodes();
        this.departments = new DepartmentMaker(plan, names, codes, dice);
        this.organizations = new LegalPersonMaker(regions, names, codes, dice);
        this.federations = new FederationMaker(names, codes, dice);
        this.groups = new GroupMaker(regions, names, dice);
        this.memberships = new MembershipMaker(dice);
        this.showcase = new ShowcaseMaker(plan, regions, names, codes, dice);
        this.offices = new OfficeMaker(Dice.of(plan, "offices"), Showcase.of(plan));
        this.activities = new ActivityMaker(Dice.of(plan, "activities"));
    }

    public static int registered(int bodies) {
        return (int) Math.round(bodies / (1 + FILED_TO_REGISTERED));
    }

    public List<DemoDepartment> departments() {
        return departments.departments(geography);
    }

    /** All streets with their federations, groups and memberships. */
    public Stream<DemoStreet> streets() {
        var shares = shares(plan.scale().bodies() - registered(plan.scale().bodies()));
        var streets = geography.streets();
        return Stream.iterate(0, index -> index + 1)
                .limit(streets.size())
                .map(index -> street(streets.get(index), index, shares[index]));
    }

    /** All other registered organizations, some of them unit members of a federation; to be read after the streets. */
    public Stream<DemoStreet> organizations() {
        var rivals = showcase.rivals();
        int others = registered(plan.scale().bodies()) - plan.scale().federations() - 1 - rivals.size();
        return Stream.concat(
                Stream.concat(Stream.of(showcase.organization()), organizations.bodies(others, geography))
                        .map(this::alone),
                rivals.stream().map(this::independent));
    }

    /** Of no federation. */
    private DemoStreet independent(DemoBody body) {
        return new DemoStreet(body.regionCode(), null, List.of(active(body)), List.of());
    }

    private DemoStreet alone(DemoBody body) {
        var near = federationsOfCounty.getOrDefault(body.regionCode(), List.of());
        boolean member = !near.isEmpty() && dice.chance(UNIT_MEMBERS);
        return new DemoStreet(
                body.regionCode(),
                null,
                List.of(active(body)),
                member ? List.of(memberships.unit(dice.pick(near), body)) : List.of());
    }

    private DemoBody active(DemoBody body) {
        var shown = Showcase.of(plan);
        return activities.of(
                offices.of(body),
                Set.of(shown.organization(), shown.federation(), shown.group()).contains(body.id()));
    }

    private DemoStreet street(Region street, int index, int share) {
        var bodies = new ArrayList<DemoBody>(share + 1);
        var members = new ArrayList<DemoMembership>(share);
        boolean isShowcase = street.code().equals(Showcase.STREET);
        var federation = index >= geography.federated().size()
                ? null
                : isShowcase ? showcase.federation() : federations.federation(street, index);
        if (isShowcase) {
            members.add(showcase.membership());
            if (share >= SHOWN) members.add(showcase.partnership());
        }
        for (int serial = 1; serial <= share; serial++) {
            if (isShowcase && serial <= SHOWN) {
                bodies.add(showcase.group(serial));
                continue;
            }
            var group = groups.group(street, serial);
            bodies.add(group);
            if (federation != null) {
                memberships.of(federation, group).ifPresent(members::add);
            }
        }
        if (federation != null) {
            bodies.addFirst(federation);
            federationsOfCounty
                    .computeIfAbsent(Geography.county(street.code()), county -> new ArrayList<>())
                    .add(federation.id());
        }
        return new DemoStreet(
                street.code(),
                federation == null ? null : federation.id(),
                bodies.stream().map(this::active).toList(),
                members);
    }

    /** How many groups each street has: more in a city street, at least one everywhere, together exactly so many. */
    private int[] shares(int groupsInAll) {
        var streets = geography.streets();
        var upTo = new double[streets.size() + 1];
        for (int i = 0; i < streets.size(); i++) {
            double urban = streets.get(i).code().charAt(6) == '0' ? URBAN : 1;
            upTo[i + 1] = upTo[i] + urban * (0.4 + 1.2 * dice.fraction());
        }
        int spare = groupsInAll - streets.size();
        var shares = new int[streets.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 1
                    + (int) (spare * upTo[i + 1] / upTo[shares.length])
                    - (int) (spare * upTo[i] / upTo[shares.length]);
        }
        return shares;
    }
}
