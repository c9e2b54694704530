/** JSLT: the mappings of routes/mappings and the types they may name. */
@NullMarked
package org.simrelay.mapping;

import org.jspecify.annotations.NullMarked;
