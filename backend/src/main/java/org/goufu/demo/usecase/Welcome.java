package org.goufu.demo.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where it is and how to get in. */
@Component
@ConditionalOnBooleanProperty("goufu.demo.enabled")
class Welcome {
    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.printf("""

                Goufu 购服 is ready: http://localhost:%s
                Demo accounts, password goufu-demo:
                  officer, approver       a street office that buys (购买主体经办人、审核人)
                  bureau, bureau2, bureau3   a bureau that buys above the limit, too (区民政局经办人二名、审核人)
                  organization            a registered social organization (社会组织)
                  federation, group       the street's federation and one of its filed groups (联合会、备案团队)
                  organization2, 3        two more organizations that bid against it (另外两家社会组织)
                  group2                  another group of that federation (同一联合会的另一支团队)
                  newcomer                a filed group of that street in no federation (尚未入会的团队)
                  registrar               the civil affairs bureau of its county (县级登记机关)
                  street, community       the street's clerk who files groups, a community worker (街道备案、社区工作者)
                  evaluator, evaluator2 … evaluator9   the pool of evaluators (评审专家、采购人代表、居民代表)
                  supervisor, supervisor2 finance supervisors of the province and of another city (省级、绵阳市财政监管)
                  admin                   who runs the platform (平台管理员)
                Ctrl-C stops it; the data stays.
                %n""", environment.getProperty("local.server.port"));
    }
}
