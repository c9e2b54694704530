/** JSON Schemas of topics: read, compiled, and held against values. */
@NullMarked
package org.simrelay.schema;

import org.jspecify.annotations.NullMarked;
