<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>DeviceWords</name>
    <message>
        <source>A4打印机</source>
        <translation>A4 printer</translation>
    </message>
    <message>
        <source>{number} 号窗口</source>
        <translation>Window {number}</translation>
    </message>
    <message>
        <source>关闭电源再开机；切刀仍不动时，请信息科维修。</source>
        <translation>Switch it off and on; if the cutter still does not move, call hall IT.</translation>
    </message>
    <message>
        <source>关闭电源，十秒后再开机；仍不正常时，请信息科维修。</source>
        <translation>Switch it off, wait ten seconds, switch it on; if it still fails, call hall IT.</translation>
    </message>
    <message>
        <source>关闭电源，打开机盖，轻轻取出卡住的纸，合上后重新开机。</source>
        <translation>Switch it off, open the cover, gently take the jammed paper out, close it and switch it on.</translation>
    </message>
    <message>
        <source>其他设备</source>
        <translation>Other device</translation>
    </message>
    <message>
        <source>切刀故障</source>
        <translation>Cutter stuck</translation>
    </message>
    <message>
        <source>到该站点查看：是否开机，程序是否在运行，网线是否插好；恢复后自动更新。</source>
        <translation>Go and see whether the station is switched on, its program runs and the network cable is in; it updates by itself.</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>只知道打印队列正常；纸张和机盖请到打印机前查看。</source>
        <translation>Only the queue is known to work; look at the printer for paper and cover.</translation>
    </message>
    <message>
        <source>可以使用，但不能说明自己的全部状态。</source>
        <translation>It works, but can&apos;t tell all of its state.</translation>
    </message>
    <message>
        <source>可以拍摄，但达不到设定的清晰度：换一个 USB 接口试试。</source>
        <translation>It works, but not as sharply as set: try another USB socket.</translation>
    </message>
    <message>
        <source>可用，功能受限</source>
        <translation>Works, within limits</translation>
    </message>
    <message>
        <source>号票打印机</source>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>号票模板</source>
        <translation>Ticket template</translation>
    </message>
    <message>
        <source>号票照常用自带模板打印。按该站点工作人员菜单里的说明改正模板文件，再重启程序。</source>
        <translation>Tickets print by the shipped template meanwhile. Correct the file as the station&apos;s staff menu says, then restart the program.</translation>
    </message>
    <message>
        <source>大厅屏 {number}</source>
        <translation>Display {number}</translation>
    </message>
    <message>
        <source>导办台 {number}</source>
        <translation>Guide desk {number}</translation>
    </message>
    <message>
        <source>已连接，启动后还没有扫过码；扫一次即可确认。</source>
        <translation>Connected, nothing scanned since the start; scan once to be sure.</translation>
    </message>
    <message>
        <source>已连接，启动后还没有收到过按键；按一次任意键即可确认。</source>
        <translation>Connected, no key heard since the start; press any key once to be sure.</translation>
    </message>
    <message>
        <source>打开机盖换纸：纸头从下方拉出，合上机盖后自动恢复。</source>
        <translation>Open the cover and put in a roll, its end coming from below; close the cover and it goes on by itself.</translation>
    </message>
    <message>
        <source>扫码器</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>把机盖按到位，听到“咔嗒”一声后自动恢复。</source>
        <translation>Press the cover until it clicks; it goes on by itself.</translation>
    </message>
    <message>
        <source>抽号机 {number}</source>
        <translation>Kiosk {number}</translation>
    </message>
    <message>
        <source>拉出纸盒，放入 A4 纸并推到底，自动恢复。</source>
        <translation>Pull out the tray, put in A4 paper and push it home; it goes on by itself.</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>未知，该站点已失联</source>
        <translation>Unknown: station silent</translation>
    </message>
    <message>
        <source>未连接，自动重连中</source>
        <translation>Not connected, trying again</translation>
    </message>
    <message>
        <source>未配置</source>
        <translation>Not configured</translation>
    </message>
    <message>
        <source>机盖未合上</source>
        <translation>Cover open</translation>
    </message>
    <message>
        <source>检查电源和数据线；接好后自动恢复，不必重启程序。</source>
        <translation>Check power and cable; once connected it goes on by itself, nothing needs restarting.</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>正常，纸将用完</source>
        <translation>Works, paper low</translation>
    </message>
    <message>
        <source>状态不明</source>
        <translation>State unknown</translation>
    </message>
    <message>
        <source>短信设备</source>
        <translation>SMS modem</translation>
    </message>
    <message>
        <source>窗口屏</source>
        <translation>Window LED</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>能生成语音，但放不出声音：检查音箱的电源、音量和接线。</source>
        <translation>It speaks but nothing is heard: check the speaker&apos;s power, volume and cable.</translation>
    </message>
    <message>
        <source>设备没有说明自己的状态，请到设备前查看。</source>
        <translation>The device does not say how it is; please go and look.</translation>
    </message>
    <message>
        <source>评价器</source>
        <translation>Rating pad</translation>
    </message>
    <message>
        <source>语音播报</source>
        <translation>Voice</translation>
    </message>
    <message>
        <source>语音播报（{zone}区）</source>
        <translation>Voice of zone {zone}</translation>
    </message>
    <message>
        <source>请备好新纸，空闲时更换。</source>
        <translation>Have new paper at hand and change it when nobody waits.</translation>
    </message>
    <message>
        <source>身份证读卡器</source>
        <translation>ID card reader</translation>
    </message>
    <message>
        <source>高拍仪</source>
        <translation>Document camera</translation>
    </message>
</context>
<context>
    <name>FloorMap</name>
    <message>
        <source>{zone}区</source>
        <translation>Zone {zone}</translation>
    </message>
    <message>
        <source>临时</source>
        <translation>Temporary</translation>
    </message>
    <message>
        <source>入口</source>
        <translation>Entrance</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>卫生间</source>
        <translation>Toilets</translation>
    </message>
    <message>
        <source>导办台</source>
        <translation>Guide desk</translation>
    </message>
    <message>
        <source>您在这里</source>
        <translation>You are here</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>未开放</source>
        <translation>Not open</translation>
    </message>
    <message>
        <source>楼梯</source>
        <translation>Stairs</translation>
    </message>
    <message>
        <source>电梯</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>自助取号</source>
        <translation>Ticket kiosk</translation>
    </message>
</context>
</TS>
