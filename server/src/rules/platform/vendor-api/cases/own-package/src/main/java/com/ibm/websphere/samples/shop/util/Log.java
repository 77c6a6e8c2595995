package com.ibm.websphere.samples.shop.util;

public class Log {
}
