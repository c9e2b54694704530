/** What a route file can name: each class is one step of a route, or a bean of a route file. */
@NullMarked
package org.simrelay.steps;

import org.jspecify.annotations.NullMarked;
