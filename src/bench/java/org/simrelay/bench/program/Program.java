package org.simrelay.bench.program;

/** What is measured: something that sweeps over all cards of a workload. */
interface Program {

    /**
     * One sweep; returns when Kafka has acknowledged every record.
     *
     * @return how many cards it was over
     */
    long sweep() throws Exception;
}
