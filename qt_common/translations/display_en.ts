<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>BoardViewModel</name>
    <message>
        <source>{month}月{day}日 {weekday}</source>
        <translation>{weekday} {month}/{day}</translation>
    </message>
    <message>
        <source>{window}号</source>
        <translation>{window}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>{zone}区</source>
        <translation>Zone {zone}</translation>
    </message>
    <message>
        <source>不到 5 分钟</source>
        <translation>under 5 min</translation>
    </message>
    <message>
        <source>临时 至{time}</source>
        <translation>Temporary until {time}</translation>
    </message>
    <message>
        <source>办事群众</source>
        <translation>A citizen</translation>
    </message>
    <message>
        <source>办件公示：{who} {item} 已于 {time} 办理完成</source>
        <translation>Completed: {who} {item}, {time}</translation>
    </message>
    <message>
        <source>去向：{where}</source>
        <translation>Gone to: {where}</translation>
    </message>
    <message>
        <source>投诉监督电话：{phone}</source>
        <translation>Complaints: {phone}</translation>
    </message>
    <message>
        <source>数据更新于 {time}</source>
        <translation>As of {time}</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>暂无开放窗口</source>
        <translation>no window open</translation>
    </message>
    <message>
        <source>最近叫号</source>
        <translation>Last call</translation>
    </message>
    <message>
        <source>未开放</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>正在叫号</source>
        <translation>Now calling</translation>
    </message>
    <message>
        <source>正在服务</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>正在连接数据…</source>
        <translation>Connecting …</translation>
    </message>
    <message>
        <source>等候 {people} 人</source>
        <translation>{people} waiting</translation>
    </message>
    <message>
        <source>约 {low}–{high} 分钟</source>
        <translation>about {low}–{high} min</translation>
    </message>
    <message>
        <source>请 {number} 号|到 {window} 号窗口</source>
        <translation>{number} |to window {window}</translation>
    </message>
    <message>
        <source>请留意叫号</source>
        <translation>Please watch for your number</translation>
    </message>
    <message>
        <source>预计{time}返回</source>
        <translation>back about {time}</translation>
    </message>
</context>
<context>
    <name>WindowViewModel</name>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>临时窗口 至{time}</source>
        <translation>Temporary window until {time}</translation>
    </message>
    <message>
        <source>去向：{where}</source>
        <translation>Gone to: {where}</translation>
    </message>
    <message>
        <source>工号 {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>数据更新于 {time}</source>
        <translation>As of {time}</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>未开放</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>Now serving</translation>
    </message>
    <message>
        <source>正在办理 {number}</source>
        <translation>Serving {number}</translation>
    </message>
    <message>
        <source>正在服务</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>正在连接数据…</source>
        <translation>Connecting …</translation>
    </message>
    <message>
        <source>电话 {phone}</source>
        <translation>Tel. {phone}</translation>
    </message>
    <message>
        <source>请到{window}号窗口办理</source>
        <translation>Please come to window {window}</translation>
    </message>
    <message>
        <source>请到其他窗口或咨询导办台</source>
        <translation>Please use another window or ask the guide desk</translation>
    </message>
    <message>
        <source>请留意叫号</source>
        <translation>Please watch for your number</translation>
    </message>
    <message>
        <source>预计 {time} 返回</source>
        <translation>Back about {time}</translation>
    </message>
</context>
</TS>
