package org.simrelay.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds beans of one name: Camel keeps the one that it reads last, and says nothing. */
final class TwiceNamedBeans {

    private TwiceNamedBeans() {}

    /** One message a bean of the file whose name another bean has too. */
    static List<String> problems(RouteFile file, RouteSet set) {
        Map<String, String> places = new HashMap<>();
        set.files()
                .filter(other -> !other.path().equals(file.path()) && !RouteText.isCopy(other, set))
                .forEach(other ->
                        other.beans().forEach(bean -> places.put(bean.name(), other.path() + " line " + bean.line())));
        List<String> wrong = new ArrayList<>();
        for (BeanText bean : file.beans()) {
            String place = places.put(bean.name(), "line " + bean.line());
            if (place == null && BoundNames.ALL.contains(bean.name())) {
                place = "simrelay itself";
            }
            // the other one is the copy
            boolean isOwn =
                    bean.name().equals(file.id()) && !String.valueOf(place).startsWith("line ");
            if (place != null && !isOwn) {
                wrong.add(file.path() + " line " + bean.line() + ": there is another bean " + bean.name() + ", in "
                        + place + "; rename one");
            }
        }
        return wrong;
    }
}
