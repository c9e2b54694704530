package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.simrelay.steps.Call;
import org.simrelay.steps.Login;

/** Looks at the calls of a login's route: the token is what they ask for, and none is there yet. */
final class LoginCheck {

    private LoginCheck() {}

    /** What is wrong: messages with file, line, column and remedy. */
    static List<String> problems(RouteFile file, RouteSet set) {
        Set<String> routes = set.beans()
                .filter(bean -> bean.is(Login.class))
                .map(bean -> String.valueOf(bean.value("route")))
                .collect(Collectors.toSet());
        if (!routes.contains(set.entrance(file)) || file.id().matches(".*-(call|http|sweep)")) {
            return List.of();
        }
        Set<String> refs =
                StepRefs.of(file.root()).stream().map(StepRefs.Ref::name).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        PropertyPlaces places = new PropertyPlaces(file.text());
        for (BeanText call : file.beans()) {
            if (call.is(Call.class) && refs.contains(call.name())) {
                call.properties()
                        .values()
                        .forEach(property -> JsltScan.of(YamlNodes.text(property.node())).uses().stream()
                                .filter(use -> use.text().equals("$token"))
                                .limit(1)
                                .forEach(use ->
                                        wrong.add(file.path() + places.of(property, use.text(), use.offset()) + ": "
                                                + property.name()
                                                + ": $token is not there: it is what this login asks for; write the"
                                                + " credentials, such as $credentials.password")));
            }
        }
        return wrong;
    }
}
