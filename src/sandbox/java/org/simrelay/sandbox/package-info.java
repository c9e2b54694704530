/** The sandbox: a real Kafka broker, a vendor simulator and a console viewer; for trying simrelay and for its integration tests. */
@NullMarked
package org.simrelay.sandbox;

import org.jspecify.annotations.NullMarked;
