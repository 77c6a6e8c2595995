<?php

class Prices
{
    public function of(string $sku): int
    {
        // clean-next state/in-process-cache -- reads only
        $price = apcu_fetch("price-$sku", $found);
        if (!$found) {
            $price = $this->load($sku);
            // expect-next state/in-process-cache warning {call=apcu_store, owner=Prices}
            apcu_store("price-$sku", $price, 3600);
        }
        return $price;
    }
}

class Types
{
    public function known(): array
    {
        $types = YamlParser::load(__DIR__ . '/types.yaml');
        // clean-next state/in-process-cache -- the same in every pod
        apcu_store('types', $types, 7200);
        return $types;
    }
}
