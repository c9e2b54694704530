/** The wiring: which beans the routes find, and the Camel runtime around them. */
@NullMarked
package org.simrelay.service;

import org.jspecify.annotations.NullMarked;
