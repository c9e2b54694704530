/** Settings: config/application.properties under the environment, and which route files they switch on. */
@NullMarked
package org.simrelay.config;

import org.jspecify.annotations.NullMarked;
