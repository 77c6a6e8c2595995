package shop.domain;

import java.io.Serializable;

abstract class Person implements Cloneable, Serializable {
}
