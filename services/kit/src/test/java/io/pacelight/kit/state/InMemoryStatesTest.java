package io.pacelight.kit.state;

class InMemoryStatesTest extends StateStoreConformance {
    @Override
    protected StateStore<Tally> store() {
        return new InMemoryStates<>();
    }
}
