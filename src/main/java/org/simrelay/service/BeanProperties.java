package org.simrelay.service;

import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.simrelay.config.SettingsException;

/** Properties of the beans of route files, as a scenario sets them. */
final class BeanProperties {

    private BeanProperties() {}

    /**
     * Sets one as a route file does.
     *
     * @param property {@code <bean>.<property>}
     * @throws SettingsException where there is no such bean
     */
    static void set(CamelContext context, String property, String value) {
        int dot = property.indexOf('.');
        Object bean = context.getRegistry().lookupByName(property.substring(0, Math.max(0, dot)));
        if (bean == null) {
            throw new SettingsException("no bean has \"" + property + "\"; it must be <bean>.<property>");
        }
        PropertyBindingSupport.build().bind(context, bean, property.substring(dot + 1), value);
    }
}
