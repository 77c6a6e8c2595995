var stats = {
    type: "GROUP",
name: "All Requests",
path: "",
pathFormatted: "group_missing-name--1146707516",
stats: {
    "name": "All Requests",
    "numberOfRequests": {
        "total": "180",
        "ok": "177",
        "ko": "3"
    },
    "minResponseTime": {
        "total": "6",
        "ok": "6",
        "ko": "8"
    },
    "maxResponseTime": {
        "total": "212",
        "ok": "212",
        "ko": "9"
    },
    "meanResponseTime": {
        "total": "29",
        "ok": "29",
        "ko": "8"
    },
    "standardDeviation": {
        "total": "24",
        "ok": "24",
        "ko": "0"
    },
    "percentiles1": {
        "total": "23",
        "ok": "23",
        "ko": "8"
    },
    "percentiles2": {
        "total": "37",
        "ok": "37",
        "ko": "9"
    },
    "percentiles3": {
        "total": "72",
        "ok": "72",
        "ko": "9"
    },
    "percentiles4": {
        "total": "150",
        "ok": "125",
        "ko": "9"
    },
    "group1": {
    "name": "t < 800 ms",
    "htmlName": "t < 800 ms",
    "count": 177,
    "percentage": 98.33333333333333
},
    "group2": {
    "name": "800 ms <= t < 1200 ms",
    "htmlName": "t >= 800 ms <br> t < 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group3": {
    "name": "t >= 1200 ms",
    "htmlName": "t >= 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group4": {
    "name": "failed",
    "htmlName": "failed",
    "count": 3,
    "percentage": 1.6666666666666667
},
    "meanNumberOfRequestsPerSecond": {
        "total": "25.71",
        "ok": "25.29",
        "ko": "0.43"
    }
},
contents: {
"group_shop-3529462": {
          type: "GROUP",
name: "shop",
path: "shop",
pathFormatted: "group_shop-3529462",
stats: {
    "name": "shop",
    "numberOfRequests": {
        "total": "150",
        "ok": "148",
        "ko": "2"
    },
    "minResponseTime": {
        "total": "6",
        "ok": "6",
        "ko": "8"
    },
    "maxResponseTime": {
        "total": "212",
        "ok": "212",
        "ko": "8"
    },
    "meanResponseTime": {
        "total": "29",
        "ok": "29",
        "ko": "8"
    },
    "standardDeviation": {
        "total": "24",
        "ok": "24",
        "ko": "0"
    },
    "percentiles1": {
        "total": "23",
        "ok": "23",
        "ko": "8"
    },
    "percentiles2": {
        "total": "37",
        "ok": "37",
        "ko": "8"
    },
    "percentiles3": {
        "total": "73",
        "ok": "73",
        "ko": "8"
    },
    "percentiles4": {
        "total": "173",
        "ok": "175",
        "ko": "8"
    },
    "group1": {
    "name": "t < 800 ms",
    "htmlName": "t < 800 ms",
    "count": 148,
    "percentage": 98.66666666666667
},
    "group2": {
    "name": "800 ms <= t < 1200 ms",
    "htmlName": "t >= 800 ms <br> t < 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group3": {
    "name": "t >= 1200 ms",
    "htmlName": "t >= 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group4": {
    "name": "failed",
    "htmlName": "failed",
    "count": 2,
    "percentage": 1.3333333333333335
},
    "meanNumberOfRequestsPerSecond": {
        "total": "21.43",
        "ok": "21.14",
        "ko": "0.29"
    }
},
contents: {
"req_cart-3046176": {
        type: "REQUEST",
        name: "cart",
path: "shop / cart",
pathFormatted: "req_shop---cart--877749029",
stats: {
    "name": "cart",
    "numberOfRequests": {
        "total": "150",
        "ok": "148",
        "ko": "2"
    },
    "minResponseTime": {
        "total": "6",
        "ok": "6",
        "ko": "8"
    },
    "maxResponseTime": {
        "total": "212",
        "ok": "212",
        "ko": "8"
    },
    "meanResponseTime": {
        "total": "29",
        "ok": "29",
        "ko": "8"
    },
    "standardDeviation": {
        "total": "24",
        "ok": "24",
        "ko": "0"
    },
    "percentiles1": {
        "total": "23",
        "ok": "23",
        "ko": "8"
    },
    "percentiles2": {
        "total": "37",
        "ok": "37",
        "ko": "8"
    },
    "percentiles3": {
        "total": "73",
        "ok": "73",
        "ko": "8"
    },
    "percentiles4": {
        "total": "173",
        "ok": "175",
        "ko": "8"
    },
    "group1": {
    "name": "t < 800 ms",
    "htmlName": "t < 800 ms",
    "count": 148,
    "percentage": 98.66666666666667
},
    "group2": {
    "name": "800 ms <= t < 1200 ms",
    "htmlName": "t >= 800 ms <br> t < 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group3": {
    "name": "t >= 1200 ms",
    "htmlName": "t >= 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group4": {
    "name": "failed",
    "htmlName": "failed",
    "count": 2,
    "percentage": 1.3333333333333335
},
    "meanNumberOfRequestsPerSecond": {
        "total": "21.43",
        "ok": "21.14",
        "ko": "0.29"
    }
}
    }
}

     },"req_pay--by-card--947013219": {
        type: "REQUEST",
        name: "pay, by card",
path: "pay, by card",
pathFormatted: "req_pay--by-card--947013219",
stats: {
    "name": "pay, by card",
    "numberOfRequests": {
        "total": "30",
        "ok": "29",
        "ko": "1"
    },
    "minResponseTime": {
        "total": "7",
        "ok": "7",
        "ko": "9"
    },
    "maxResponseTime": {
        "total": "91",
        "ok": "91",
        "ko": "9"
    },
    "meanResponseTime": {
        "total": "29",
        "ok": "30",
        "ko": "9"
    },
    "standardDeviation": {
        "total": "20",
        "ok": "20",
        "ko": "0"
    },
    "percentiles1": {
        "total": "24",
        "ok": "24",
        "ko": "9"
    },
    "percentiles2": {
        "total": "36",
        "ok": "36",
        "ko": "9"
    },
    "percentiles3": {
        "total": "72",
        "ok": "72",
        "ko": "9"
    },
    "percentiles4": {
        "total": "91",
        "ok": "91",
        "ko": "9"
    },
    "group1": {
    "name": "t < 800 ms",
    "htmlName": "t < 800 ms",
    "count": 29,
    "percentage": 96.66666666666667
},
    "group2": {
    "name": "800 ms <= t < 1200 ms",
    "htmlName": "t >= 800 ms <br> t < 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group3": {
    "name": "t >= 1200 ms",
    "htmlName": "t >= 1200 ms",
    "count": 0,
    "percentage": 0.0
},
    "group4": {
    "name": "failed",
    "htmlName": "failed",
    "count": 1,
    "percentage": 3.3333333333333335
},
    "meanNumberOfRequestsPerSecond": {
        "total": "4.29",
        "ok": "4.14",
        "ko": "0.14"
    }
}
    }
}

}

function fillStats(stat){
    $("#numberOfRequests").append(stat.numberOfRequests.total);
    $("#numberOfRequestsOK").append(stat.numberOfRequests.ok);
    $("#numberOfRequestsKO").append(stat.numberOfRequests.ko);

    $("#minResponseTime").append(stat.minResponseTime.total);
    $("#minResponseTimeOK").append(stat.minResponseTime.ok);
    $("#minResponseTimeKO").append(stat.minResponseTime.ko);

    $("#maxResponseTime").append(stat.maxResponseTime.total);
    $("#maxResponseTimeOK").append(stat.maxResponseTime.ok);
    $("#maxResponseTimeKO").append(stat.maxResponseTime.ko);

    $("#meanResponseTime").append(stat.meanResponseTime.total);
    $("#meanResponseTimeOK").append(stat.meanResponseTime.ok);
    $("#meanResponseTimeKO").append(stat.meanResponseTime.ko);

    $("#standardDeviation").append(stat.standardDeviation.total);
    $("#standardDeviationOK").append(stat.standardDeviation.ok);
    $("#standardDeviationKO").append(stat.standardDeviation.ko);

    $("#percentiles1").append(stat.percentiles1.total);
    $("#percentiles1OK").append(stat.percentiles1.ok);
    $("#percentiles1KO").append(stat.percentiles1.ko);

    $("#percentiles2").append(stat.percentiles2.total);
    $("#percentiles2OK").append(stat.percentiles2.ok);
    $("#percentiles2KO").append(stat.percentiles2.ko);

    $("#percentiles3").append(stat.percentiles3.total);
    $("#percentiles3OK").append(stat.percentiles3.ok);
    $("#percentiles3KO").append(stat.percentiles3.ko);

    $("#percentiles4").append(stat.percentiles4.total);
    $("#percentiles4OK").append(stat.percentiles4.ok);
    $("#percentiles4KO").append(stat.percentiles4.ko);

    $("#meanNumberOfRequestsPerSecond").append(stat.meanNumberOfRequestsPerSecond.total);
    $("#meanNumberOfRequestsPerSecondOK").append(stat.meanNumberOfRequestsPerSecond.ok);
    $("#meanNumberOfRequestsPerSecondKO").append(stat.meanNumberOfRequestsPerSecond.ko);
}
