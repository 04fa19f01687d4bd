package org.goufu.demo.domain;

import java.util.List;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/** Makes names as the registrars want them: place, an invented trade name, field, form. */
final class NameMaker {
    private static final List<String> FIRST = List.of(
            "禾", "岷", "棠", "榕", "槐", "芷", "萤", "砚", "汀", "麓", "樟", "渡", "苇", "桐", "澜", "沐", "荷", "笙", "蓉", "栀", "杏",
            "溪", "霁", "泊", "筑", "穗", "橘", "枫", "梧", "柚", "芸", "岚", "菱", "蒲", "蕙", "檐", "巷", "陌", "晴", "梨");
    private static final List<String> SECOND = List.of(
            "暖", "邻", "伴", "聆", "里", "舟", "屿", "灯", "归", "予", "序", "谣", "葵", "橙", "蔚", "朗", "语", "织", "拾", "守", "星",
            "桥", "帆", "原", "谷", "乐", "和", "粒", "信", "砾", "冉", "圃", "遇", "同", "久", "曦", "行", "禾", "栖", "渔");

    private final Regions regions;
    private final Dice dice;

    NameMaker(Regions regions, Dice dice) {
        this.regions = regions;
        this.dice = dice;
    }

    String brand() {
        return dice.pick(FIRST) + dice.pick(SECOND);
    }

    /** 成都市新都区 for a county, 成都市新都区桂湖街道 for a street, 四川省 for the province. */
    String place(String code) {
        return code.length() == 2
                ? regions.coded(code).name()
                : regions.coded(code).name().replace(" ", "");
    }

    /** 区县、街道、社区、字号、类型 (domain.md 2.3). */
    String group(String communityCode, ServiceField field) {
        var path = regions.path(communityCode);
        var place = new StringBuilder();
        for (var region : path.subList(2, path.size())) {
            place.append(region.level() == 5 ? community(region) : region.name());
        }
        return place + brand() + dice.pick(field.teams);
    }

    /** 南丰社区居委会 is called 南丰社区, 大山村委会 is called 大山村. */
    static String community(Region region) {
        var name = region.name();
        var bare = name.replaceFirst("(居民委员会|村民委员会|居委会|村委会|委员会)$", "");
        if (bare.endsWith("社区") || bare.endsWith("村") || bare.equals(name)) {
            return bare;
        }
        return bare + (name.contains("居") ? "社区" : "村");
    }

    String address(String code) {
        return place(code) + "示例路" + dice.between(1, 399) + "号";
    }

    /** No such number is given out: the exchange 0000 does not exist. */
    String phone() {
        return "028-0000%04d".formatted(dice.between(0, 9_999));
    }
}
