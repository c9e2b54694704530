/** Everything that can be wrong before a vendor is asked: settings, route files, mappings, the cluster. */
@NullMarked
package org.simrelay.check;

import org.jspecify.annotations.NullMarked;
