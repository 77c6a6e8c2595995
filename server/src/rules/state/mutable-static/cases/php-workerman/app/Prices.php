<?php

namespace App;

use App\Models\Price;

class Prices
{
    private static array $known = [];
    private static array $shown = [];

    public static function of(int $id): Price
    {
        if (!isset(self::$known[$id])) {
            // expect-next state/mutable-static warning {name=Prices::$known}
            self::$known[$id] = Price::find($id);
        }
        return self::$known[$id];
    }

    public static function shown(int $cents): string
    {
        // clean-next state/mutable-static -- made of what is given
        return self::$shown[$cents] ??= number_format($cents / 100, 2);
    }
}
