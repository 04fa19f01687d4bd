package org.goufu.demo.domain;

import static org.goufu.purchase.ProcurementMethod.BT_COMPARE;
import static org.goufu.purchase.ProcurementMethod.BT_DIRECT;
import static org.goufu.purchase.ProcurementMethod.BT_EMARKET;
import static org.goufu.purchase.ProcurementMethod.BT_INVITE;
import static org.goufu.purchase.ProcurementMethod.BT_MICRO;
import static org.goufu.purchase.ProcurementMethod.BT_QUOTE;
import static org.goufu.purchase.ProcurementMethod.BT_VENTURE;
import static org.goufu.purchase.ProcurementMethod.CONSULTATION;
import static org.goufu.purchase.ProcurementMethod.FRAMEWORK_CLOSED;
import static org.goufu.purchase.ProcurementMethod.FRAMEWORK_OPEN;
import static org.goufu.purchase.ProcurementMethod.INVITED_TENDER;
import static org.goufu.purchase.ProcurementMethod.NEGOTIATION;
import static org.goufu.purchase.ProcurementMethod.OPEN_TENDER;
import static org.goufu.purchase.ProcurementMethod.SINGLE_SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.Showcase;
import org.goufu.kernel.RegionCode;
import org.goufu.purchase.Contact;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Requirement;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;

/** Invents what is bought: by whom, which service, for how much, in which words. */
final class PurchaseMaker {
    private static final long TEN_THOUSAND_YUAN = 1_000_000;
    private static final List<String> GROUNDS = List.of(
            "为回应居民在议事会上提出的需求，经走访和问卷调查，",
            "根据年度工作安排和前期需求调研结果，",
            "针对辖区走访中群众反映集中的问题，",
            "在征求居民代表和服务对象意见的基础上，",
            "为补齐基层公共服务短板，结合上一年度实施经验和服务对象反馈，",
            "按照民生实事清单，经社区座谈听取意见，");
    private static final List<String> CLOSINGS = List.of(
            "服务期自合同签订之日起十二个月，按季度提交服务记录，期末由服务对象代表参加验收。",
            "服务期限十个月，中期和期末各开展一次满意度调查，结果作为付款依据。",
            "服务期八个月，承接主体按月报送工作简报，验收时邀请居民代表参与评价。",
            "服务期限一年，实行项目化管理，建立台账，接受日常督导和群众评议。",
            "合同履行期限六个月，服务过程留痕，满意度不低于百分之九十。");
    private static final List<String> TEAM = List.of(
            "承接主体应安排项目负责人一名，并保持服务团队稳定。",
            "服务人员上岗前须接受培训，服务过程中注意保护个人隐私。",
            "请制定应急预案，做好安全管理和意外保障。",
            "鼓励联动社区志愿者和自组织共同参与，形成长效机制。",
            "服务档案一人一档，数据真实完整，随时备查。",
            "涉及未成年人和老年人的活动须有安全看护安排。");
    private static final List<String> SURNAMES = List.of("示例甲", "示例乙", "示例丙", "示例丁", "示例戊", "示例己", "示例庚", "示例辛");

    private final DemoPlan plan;
    private final Providers providers;
    private final Dice dice;
    private final NameMaker names;
    private final Regions regions;
    private final ServiceCategories categories;
    private final List<DemoService> services = DemoService.all();
    private final List<DemoDepartment> streets;
    private final List<DemoDepartment> bureaus;
    private final DemoDepartment showcase;

    PurchaseMaker(
            DemoPlan plan,
            Dice dice,
            Regions regions,
            ServiceCategories categories,
            List<DemoDepartment> departments,
            Providers providers) {
        this.plan = plan;
        this.providers = providers;
        this.dice = dice;
        this.names = new NameMaker(regions, dice);
        this.regions = regions;
        this.categories = categories;
        this.streets = departments.stream()
                .filter(department -> department.regionCode().length() == 9)
                .toList();
        this.bureaus = departments.stream()
                .filter(department -> department.regionCode().length() < 9)
                .filter(department -> services.stream().anyMatch(service -> service.isBoughtBy(department)))
                .toList();
        this.showcase = departments.stream()
                .filter(department -> department.regionCode().equals(Showcase.STREET))
                .findFirst()
                .orElseThrow();
    }

    /** A purchase whose first notice is published at the moment. */
    DemoPurchase purchase(Instant at, ProcurementMethod method) {
        var department = department(method);
        var service = dice.pick(
                services.stream().filter(one -> one.isBoughtBy(department)).toList());
        var year = DemoPlan.year(at);
        var name = dice.pick(service.titles());
        var title = names.place(department.regionCode()) + year + "年" + name
                + dice.pick(name.endsWith("项目") ? List.of("") : List.of("项目", "采购项目", ""));
        return new DemoPurchase(
                dice.id(at),
                department,
                service,
                method,
                title,
                description(service, department),
                new Contact(dice.pick(SURNAMES) + dice.pick(List.of("老师", "同志")), names.phone(), null),
                lots(at, service, department, name, amount(method)),
                provider(department, service, at));
    }

    private DemoDepartment department(ProcurementMethod method) {
        if (method.isBelowLimit()) {
            return dice.chance(0.02) ? showcase : dice.chance(0.75) ? dice.pick(streets) : dice.pick(bureaus);
        }
        return dice.chance(0.15) ? dice.pick(streets) : dice.pick(bureaus);
    }

    /** Amounts of domain.md 9, in round hundreds of yuan. */
    private long amount(ProcurementMethod method) {
        double least = switch (method) {
            case BT_MICRO -> 0.3;
            case BT_DIRECT, BT_EMARKET -> 1;
            case BT_QUOTE, BT_VENTURE -> 3;
            case BT_COMPARE, BT_INVITE -> 5;
            case OPEN_TENDER, INVITED_TENDER -> 400;
            default -> 50;
        };
        double most = switch (method) {
            case BT_MICRO -> 3;
            case BT_DIRECT -> 5;
            case BT_EMARKET, BT_QUOTE, BT_VENTURE -> 15;
            case BT_COMPARE, BT_INVITE -> 48;
            case OPEN_TENDER, INVITED_TENDER -> 800;
            default -> 220;
        };
        // Small amounts are far more common than large ones.
        var skew = Math.pow(dice.fraction(), 1.8);
        var yuanHundreds = Math.round((least + (most - least) * skew) * 100);
        return yuanHundreds * (TEN_THOUSAND_YUAN / 100);
    }

    private List<NoticeContent.Lot> lots(
            Instant at, DemoService service, DemoDepartment department, String name, long amount) {
        int count = amount > 5 * TEN_THOUSAND_YUAN && dice.chance(0.12) ? dice.between(2, 3) : 1;
        var lots = new ArrayList<NoticeContent.Lot>();
        long share = amount / count / 10_000 * 10_000;
        var places = dice.some(places(department), count);
        for (int i = 0; i < count; i++) {
            var own = count == 1 ? service : i == 0 ? service : alternative(service, department);
            var place = places.get(Math.min(i, places.size() - 1));
            lots.add(new NoticeContent.Lot(
                    dice.id(at.plusMillis(i + 1L)),
                    i + 1,
                    count == 1 ? name : dice.pick(own.titles()),
                    own.category(),
                    count == 1 ? servedWhole(department, place) : List.of(place),
                    i == count - 1 ? amount - share * (count - 1) : share,
                    scope(own),
                    requirements(own, at),
                    criteria(),
                    null));
        }
        return lots;
    }

    private DemoService alternative(DemoService service, DemoDepartment department) {
        return dice.pick(services.stream()
                .filter(one -> one.isBoughtBy(department))
                .filter(one -> one.category().startsWith(service.category().substring(0, 3)))
                .toList());
    }

    /** Mostly the whole of the department's area, sometimes one community or street of it. */
    private List<String> servedWhole(DemoDepartment department, String part) {
        return List.of(dice.chance(0.7) ? department.regionCode() : part);
    }

    private List<String> places(DemoDepartment department) {
        var parts = regions.children(department.regionCode()).stream()
                .map(Region::code)
                .toList();
        return parts.isEmpty() ? List.of(department.regionCode()) : parts;
    }

    private String scope(DemoService service) {
        return dice.some(service.tasks(), dice.between(2, 3)).stream().collect(Collectors.joining("；")) + "。"
                + dice.pick(service.measures()) + "。";
    }

    private List<Requirement> requirements(DemoService service, Instant at) {
        var all = new ArrayList<Requirement>();
        if (dice.chance(0.4)) {
            all.add(Requirement.inspection(DemoPlan.year(at) - 1));
        }
        if (service.licence() != null && dice.chance(0.5)) {
            all.add(Requirement.qualification(service.licence()));
        }
        if (service.certificate() != null && dice.chance(0.35)) {
            all.add(Requirement.staff(service.certificate(), dice.between(1, 4)));
        }
        if (dice.chance(0.06)) {
            all.add(Requirement.text("接到服务需求后能够在两小时内安排人员到达现场"));
        }
        return all;
    }

    private List<Criterion> criteria() {
        int price = dice.pick(List.of(10, 10, 12, 15, 15, 20));
        int team = dice.between(20, 25);
        int rules = 10;
        return List.of(
                new Criterion("报价", price, Criterion.Kind.PRICE),
                new Criterion("服务方案", 100 - price - team - rules, Criterion.Kind.QUALITY),
                new Criterion("项目团队", team, Criterion.Kind.QUALITY),
                new Criterion(dice.pick(List.of("管理制度与应急预案", "类似服务经验", "质量保障措施")), rules, Criterion.Kind.QUALITY));
    }

    private String description(DemoService service, DemoDepartment department) {
        var area = names.place(department.regionCode());
        var tasks = dice.some(service.tasks(), dice.between(4, 6));
        var text = new StringBuilder(dice.pick(GROUNDS))
                .append(department.name())
                .append("拟为")
                .append(area)
                .append(service.audience())
                .append("购买")
                .append(categories.coded(service.category()).name())
                .append("服务。主要内容：");
        for (int i = 0; i < tasks.size(); i++) {
            text.append(i + 1).append(".").append(tasks.get(i)).append("；");
        }
        text.setCharAt(text.length() - 1, '。');
        text.append("服务要求：")
                .append(String.join("；", dice.some(service.measures(), 2)))
                .append("。");
        dice.some(TEAM, dice.between(1, 3)).forEach(text::append);
        return text.append(dice.pick(CLOSINGS)).toString();
    }

    private String provider(DemoDepartment department, DemoService service, Instant at) {
        var county = new RegionCode(department.regionCode()).upTo(3).value();
        var kind = service.category().startsWith("A0402")
                ? "居家养老服务中心"
                : dice.pick(List.of("社会工作服务中心", "社区发展服务中心", "公益服务中心", "社会服务发展中心"));
        var name = names.place(county) + names.brand() + kind;
        return providers.of(county, service.category(), LocalDate.ofInstant(at, DemoPlan.zone()), name);
    }

    DemoPlan plan() {
        return plan;
    }

    Dice dice() {
        return dice;
    }

    /** Which method, by how common it is; goods are bought by inquiry, services are not (政府采购法 第32条). */
    ProcurementMethod method() {
        var draw = dice.fraction();
        double[] bounds = {0.44, 0.50, 0.56, 0.61, 0.65, 0.70, 0.72, 0.86, 0.91, 0.945, 0.975, 0.985, 0.993, 1};
        List<ProcurementMethod> methods = List.of(
                BT_COMPARE,
                BT_INVITE,
                BT_QUOTE,
                BT_DIRECT,
                BT_VENTURE,
                BT_MICRO,
                BT_EMARKET,
                CONSULTATION,
                OPEN_TENDER,
                NEGOTIATION,
                SINGLE_SOURCE,
                INVITED_TENDER,
                FRAMEWORK_OPEN,
                FRAMEWORK_CLOSED);
        int i = 0;
        while (draw > bounds[i]) {
            i++;
        }
        return methods.get(i);
    }
}
