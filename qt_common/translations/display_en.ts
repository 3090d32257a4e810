<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Board</name>
    <message>
        <source>{days} 个工作日</source>
        <translation>{days} working days</translation>
    </message>
    <message>
        <source>{month}月{day}日 {weekday}</source>
        <translation>{weekday} {month}/{day}</translation>
    </message>
    <message>
        <source>{post}岗</source>
        <translation>Post {post}</translation>
    </message>
    <message>
        <source>{windows}号</source>
        <translation>{windows}</translation>
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
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不到 5 分钟</source>
        <translation>under 5 min</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>临时 至{time}</source>
        <translation>Temporary until {time}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>今日办结的事项将在这里公示</source>
        <translation>Cases completed today are published here</translation>
    </message>
    <message>
        <source>今日满意度</source>
        <translation>Satisfaction today</translation>
    </message>
    <message>
        <source>今日窗口人员</source>
        <translation>At the windows today</translation>
    </message>
    <message>
        <source>办事群众</source>
        <translation>A citizen</translation>
    </message>
    <message>
        <source>办件公示</source>
        <translation>Completed cases</translation>
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
        <source>工号 {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>延时服务</source>
        <translation>Extended service</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>On the spot</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>投诉监督电话：{phone}</source>
        <translation>Complaints: {phone}</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>政务公开  投诉监督电话 {phone}</source>
        <translation>Services of this hall   Complaints: {phone}</translation>
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
        <source>本月满意度</source>
        <translation>Satisfaction this month</translation>
    </message>
    <message>
        <source>本月满意率 {percent}%（共 {rated} 人评价）</source>
        <translation>{percent}% satisfied this month ({rated} ratings)</translation>
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
        <source>窗口</source>
        <translation>Window</translation>
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
        <source>见窗口公示</source>
        <translation>Ask at the window</translation>
    </message>
    <message>
        <source>评价 {rated} 次，未评价 {unrated} 次</source>
        <translation>{rated} ratings, {unrated} not rated</translation>
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
        <source>通知公告</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>预计{time}返回</source>
        <translation>back about {time}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>列的权重</source>
        <translation>Weights of the columns</translation>
    </message>
    <message>
        <source>行的权重</source>
        <translation>Weights of the rows</translation>
    </message>
    <message>
        <source>面板</source>
        <translation>Panels</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>全大厅</source>
        <translation>Whole hall</translation>
    </message>
    <message>
        <source>公示牌</source>
        <translation>Staff plate</translation>
    </message>
    <message>
        <source>内容（逗号分隔）</source>
        <translation>Contents (with commas)</translation>
    </message>
    <message>
        <source>列数</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>办件公示</source>
        <translation>Completed cases</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>区（逗号分隔）</source>
        <translation>Zones (with commas)</translation>
    </message>
    <message>
        <source>各区等候</source>
        <translation>Zone waits</translation>
    </message>
    <message>
        <source>含未开放窗口</source>
        <translation>Closed windows too</translation>
    </message>
    <message>
        <source>图片视频</source>
        <translation>Pictures, videos</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>当前叫号</source>
        <translation>Current call</translation>
    </message>
    <message>
        <source>播放视频</source>
        <translation>Play videos</translation>
    </message>
    <message>
        <source>政务公开</source>
        <translation>Service guides</translation>
    </message>
    <message>
        <source>数据中断</source>
        <translation>Data interrupted</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>文字（逗号分隔）</source>
        <translation>Texts (with commas)</translation>
    </message>
    <message>
        <source>无新叫号</source>
        <translation>No new call</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>最小宽度</source>
        <translation>Least width</translation>
    </message>
    <message>
        <source>最小高度</source>
        <translation>Least height</translation>
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
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>标题栏</source>
        <translation>Head line</translation>
    </message>
    <message>
        <source>正在叫号</source>
        <translation>Now calling</translation>
    </message>
    <message>
        <source>每页秒数</source>
        <translation>Seconds a page</translation>
    </message>
    <message>
        <source>滚动公告</source>
        <translation>Ticker</translation>
    </message>
    <message>
        <source>满意度</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>用平面图</source>
        <translation>On the floor map</translation>
    </message>
    <message>
        <source>空时让位给</source>
        <translation>When empty, room for</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口一览</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>窗口分布</source>
        <translation>Map of windows</translation>
    </message>
    <message>
        <source>窗口叫号</source>
        <translation>Window&apos;s ticket</translation>
    </message>
    <message>
        <source>窗口标题</source>
        <translation>Window&apos;s head</translation>
    </message>
    <message>
        <source>统计对象</source>
        <translation>Figures by</translation>
    </message>
    <message>
        <source>统计时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>裁剪铺满</source>
        <translation>Cut to fill</translation>
    </message>
    <message>
        <source>通知公告</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>速度</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>大厅屏面板和窗口屏面板不能放在同一个版面里</source>
        <translation>Panels of a board and of a window screen can&apos;t stand in one layout</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>保存版面</source>
        <translation>Save the layout</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as …</translation>
    </message>
    <message>
        <source>大厅情形</source>
        <translation>Moment of the hall</translation>
    </message>
    <message>
        <source>屏幕尺寸</source>
        <translation>Size of the screen</translation>
    </message>
    <message>
        <source>已保存 {name}</source>
        <translation>Saved {name}</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open …</translation>
    </message>
    <message>
        <source>打开版面</source>
        <translation>Open a layout</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>版面中的错误</source>
        <translation>Mistakes in the layout</translation>
    </message>
    <message>
        <source>版面文件</source>
        <translation>The layout&apos;s file</translation>
    </message>
    <message>
        <source>版面预览：{name}</source>
        <translation>Preview of {name}</translation>
    </message>
    <message>
        <source>第 {line} 行：</source>
        <translation>Line {line}: </translation>
    </message>
    <message>
        <source>自带版面</source>
        <translation>Shipped layouts</translation>
    </message>
    <message>
        <source>自带版面…</source>
        <translation>Shipped layouts …</translation>
    </message>
    <message>
        <source>面板</source>
        <translation>Panels</translation>
    </message>
</context>
<context>
    <name>WindowScreen</name>
    <message>
        <source>{month}月{day}日 {time} 开始服务</source>
        <translation>Opens {month}/{day} at {time}</translation>
    </message>
    <message>
        <source>{post}岗</source>
        <translation>Post {post}</translation>
    </message>
    <message>
        <source>{time} 开始服务</source>
        <translation>Opens at {time}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>临时窗口 至{time}</source>
        <translation>Temporary window until {time}</translation>
    </message>
    <message>
        <source>今日服务已结束</source>
        <translation>Closed for today</translation>
    </message>
    <message>
        <source>午间休息</source>
        <translation>Lunch break</translation>
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
        <source>延时服务</source>
        <translation>Extended service</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>未到办公时间</source>
        <translation>Not open yet</translation>
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
