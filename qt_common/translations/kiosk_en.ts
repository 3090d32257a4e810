<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AboutView</name>
    <message>
        <source>不清楚，或者和这些都没有关系</source>
        <translation>Not sure, or none of these</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>和什么有关？</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>我今天的号码</source>
        <translation>My number of today</translation>
    </message>
    <message>
        <source>某个事项</source>
        <translation>A service</translation>
    </message>
    <message>
        <source>某个窗口</source>
        <translation>A window</translation>
    </message>
    <message>
        <source>知道办的是什么事</source>
        <translation>I know which service it was</translation>
    </message>
    <message>
        <source>知道是几号窗口</source>
        <translation>I know the window&apos;s number</translation>
    </message>
    <message>
        <source>输入号票上的号码</source>
        <translation>Type the number on the ticket</translation>
    </message>
</context>
<context>
    <name>ArrivalsView</name>
    <message>
        <source>{time} 开始签到</source>
        <translation>Check-in opens at {time}</translation>
    </message>
    <message>
        <source>已签到，号码 {label}</source>
        <translation>Checked in, number {label}</translation>
    </message>
    <message>
        <source>已过签到时间，视同放弃</source>
        <translation>Too late: counts as given up</translation>
    </message>
    <message>
        <source>您今天有几个预约，请选择</source>
        <translation>You have several appointments today: choose one</translation>
    </message>
    <message>
        <source>现在可以签到</source>
        <translation>Check in now</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>不补打</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>补打哪一张？</source>
        <translation>Which ticket is printed again?</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>用手机“扫一扫”，文字显示在手机上，不用上网。</source>
        <translation>Scan it with your phone: the text (in Chinese) appears on the phone, no network needed.</translation>
    </message>
    <message>
        <source>码里只有材料、时限、收费、地点和电话，全部内容请打印。</source>
        <translation> The code holds materials, time, fee, place and phone only; print the list for everything.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>号票上最大的字，例如 A023</source>
        <translation>The large number on the ticket, such as A023</translation>
    </message>
    <message>
        <source>号票号码（如 A023）、业务编号或受理编号，不分大小写</source>
        <translation>Ticket number (such as A023), business number or receipt number</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>正在查询，请稍候</source>
        <translation>One moment, looking it up</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>请核对，无误后按“签到”</source>
        <translation>Please check, then touch &quot;Check in&quot;</translation>
    </message>
    <message>
        <source>请输入号码或编号</source>
        <translation>Type the number</translation>
    </message>
    <message>
        <source>请输入号票号码</source>
        <translation>Type your ticket number</translation>
    </message>
    <message>
        <source>请输入预约码</source>
        <translation>Type your appointment code</translation>
    </message>
    <message>
        <source>还差 {count} 位</source>
        <translation>{count} to go</translation>
    </message>
    <message>
        <source>预约码里没有“{key}”，请核对</source>
        <translation>No code has &quot;{key}&quot; in it, please check</translation>
    </message>
</context>
<context>
    <name>ComplaintWords</name>
    <message>
        <source>不予办理，没说理由</source>
        <translation>Refused without a reason</translation>
    </message>
    <message>
        <source>业务熟练</source>
        <translation>Knows the work well</translation>
    </message>
    <message>
        <source>互相推诿</source>
        <translation>Sent from one to another</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>办不成事</source>
        <translation>Could not get it done</translation>
    </message>
    <message>
        <source>办事流程</source>
        <translation>The way things are done</translation>
    </message>
    <message>
        <source>办得快</source>
        <translation>Quick</translation>
    </message>
    <message>
        <source>吃拿卡要</source>
        <translation>Asked for favours or money</translation>
    </message>
    <message>
        <source>少排队、少等候</source>
        <translation>Less queueing</translation>
    </message>
    <message>
        <source>帮助有困难的人</source>
        <translation>Helps those in need</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>指引和标识</source>
        <translation>Signs and directions</translation>
    </message>
    <message>
        <source>收费有问题</source>
        <translation>Wrong fees</translation>
    </message>
    <message>
        <source>服务态度</source>
        <translation>Manner of the staff</translation>
    </message>
    <message>
        <source>服务态度不好</source>
        <translation>Unfriendly service</translation>
    </message>
    <message>
        <source>材料没有一次说清</source>
        <translation>Papers not told at once</translation>
    </message>
    <message>
        <source>环境和设施</source>
        <translation>The hall and its equipment</translation>
    </message>
    <message>
        <source>窗口没有人</source>
        <translation>Nobody at the window</translation>
    </message>
    <message>
        <source>等候时间太长</source>
        <translation>Waited too long</translation>
    </message>
    <message>
        <source>系统故障办不了</source>
        <translation>The system was down</translation>
    </message>
    <message>
        <source>耐心热情</source>
        <translation>Patient and kind</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>要的证明开不出来</source>
        <translation>Asked for a paper nobody issues</translation>
    </message>
    <message>
        <source>超过承诺时限</source>
        <translation>Promised time exceeded</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>流程</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Fees</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>10月</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>11月</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>12月</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>1月</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>2月</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>3月</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>4月</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>5月</source>
        <translation>May</translation>
    </message>
    <message>
        <source>6月</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>7月</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>8月</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>9月</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>{month}{day}日</source>
        <translation>{month} {day}</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation type="unfinished">Mon</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation type="unfinished">Wed</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation type="unfinished">Tue</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation type="unfinished">Fri</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation type="unfinished">Sat</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation type="unfinished">Thu</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation type="unfinished">Sun</translation>
    </message>
</context>
<context>
    <name>DepartmentsView</name>
    <message>
        <source>{opened}&#x3000;等候 {waiting} 人</source>
        <translation>{opened} · {waiting} waiting</translation>
    </message>
    <message>
        <source>不知道是哪个部门？直接查找事项</source>
        <translation>Not sure which? Search for a service</translation>
    </message>
    <message>
        <source>大家常办的事</source>
        <translation>Most used</translation>
    </message>
    <message>
        <source>开放窗口 {count} 个</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>窗口未开放</source>
        <translation>Closed now</translation>
    </message>
    <message>
        <source>请选择办事部门</source>
        <translation>Choose a department</translation>
    </message>
</context>
<context>
    <name>FloorMapView</name>
    <message>
        <source>{goal}在您右手边</source>
        <translation>{goal} is on your right</translation>
    </message>
    <message>
        <source>{goal}在您左手边</source>
        <translation>{goal} is on your left</translation>
    </message>
    <message>
        <source>{goal}就在前面</source>
        <translation>{goal} is straight ahead</translation>
    </message>
    <message>
        <source>{number}. {step}</source>
        <translation>{number}. {step}</translation>
    </message>
    <message>
        <source>{number}号窗口</source>
        <translation>Window {number}</translation>
    </message>
    <message>
        <source>{zone}区</source>
        <translation>Zone {zone}</translation>
    </message>
    <message>
        <source>临时窗口，正在办理</source>
        <translation>Temporary window, serving</translation>
    </message>
    <message>
        <source>去{goal}怎么走</source>
        <translation>The way to {goal}</translation>
    </message>
    <message>
        <source>右转，走约 {metres} 米</source>
        <translation>Turn right, walk about {metres} m</translation>
    </message>
    <message>
        <source>向前走约 {metres} 米</source>
        <translation>Walk ahead about {metres} m</translation>
    </message>
    <message>
        <source>向后转，走约 {metres} 米</source>
        <translation>Turn round, walk about {metres} m</translation>
    </message>
    <message>
        <source>大厅地图：请选择窗口</source>
        <translation>Map of the hall: choose a window</translation>
    </message>
    <message>
        <source>左转，走约 {metres} 米</source>
        <translation>Turn left, walk about {metres} m</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>未开放</source>
        <translation>Not open</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>请看地图，或按“人工帮助”由导办人员带路。</source>
        <translation>Please look at the map, or press &quot;Help&quot; and a guide will take you there.</translation>
    </message>
    <message>
        <source>选别的窗口</source>
        <translation>Another window</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>人工帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>显示方式</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>标准版</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>长辈版</source>
        <translation>Large print</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>为这个事项取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>取号办理</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>手机扫码带走</source>
        <translation>To my phone</translation>
    </message>
    <message>
        <source>打印材料清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>申请上门服务</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>系统恢复中，显示最近一次的指南</source>
        <translation>System recovering: last known guide</translation>
    </message>
    <message>
        <source>继续看指南</source>
        <translation>Back to the guide</translation>
    </message>
    <message>
        <source>部分内容由部门用中文公布。</source>
        <translation>Some parts are in Chinese.</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{zone}区，{windows}号窗口</source>
        <translation>Zone {zone}, window {windows}</translation>
    </message>
    <message>
        <source>{zone}区，窗口请咨询导办台</source>
        <translation>Zone {zone}; ask the guide desk for the window</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>交费方式：{text}</source>
        <translation>How to pay: {text}</translation>
    </message>
    <message>
        <source>份数未公布</source>
        <translation>number not published</translation>
    </message>
    <message>
        <source>办件类型：上报件</source>
        <translation>Kind: decided by a higher authority</translation>
    </message>
    <message>
        <source>办件类型：即办件</source>
        <translation>Kind: settled on the spot</translation>
    </message>
    <message>
        <source>办件类型：承诺件</source>
        <translation>Kind: settled within a promised time</translation>
    </message>
    <message>
        <source>办件类型：联办件</source>
        <translation>Kind: several departments together</translation>
    </message>
    <message>
        <source>办理地点和时间</source>
        <translation>Place and hours</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time it takes</translation>
    </message>
    <message>
        <source>办理流程</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>What you receive</translation>
    </message>
    <message>
        <source>原件 {count} 份</source>
        <translation>Originals: {count}</translation>
    </message>
    <message>
        <source>双休日照常办理</source>
        <translation>Open at weekends too</translation>
    </message>
    <message>
        <source>可容缺</source>
        <translation>may follow later</translation>
    </message>
    <message>
        <source>咨询和监督</source>
        <translation>Questions and complaints</translation>
    </message>
    <message>
        <source>咨询电话：{text}</source>
        <translation>Phone for questions: {text}</translation>
    </message>
    <message>
        <source>咨询电话：未公布</source>
        <translation>Phone for questions: not published</translation>
    </message>
    <message>
        <source>复印件 {count} 份</source>
        <translation>Copies: {count}</translation>
    </message>
    <message>
        <source>工作日 {hours}</source>
        <translation>Working days {hours}</translation>
    </message>
    <message>
        <source>常见问题</source>
        <translation>Common questions</translation>
    </message>
    <message>
        <source>承办责任人：{text}</source>
        <translation>Person responsible: {text}</translation>
    </message>
    <message>
        <source>承办责任人：未公布</source>
        <translation>Person responsible: not published</translation>
    </message>
    <message>
        <source>承诺时限：{days} 个工作日</source>
        <translation>Promised: {days} working days</translation>
    </message>
    <message>
        <source>承诺时限：当场办结</source>
        <translation>Promised: on the spot</translation>
    </message>
    <message>
        <source>承诺时限：未公布</source>
        <translation>Promised time: not published</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>收费依据：{text}</source>
        <translation>Basis of the fee: {text}</translation>
    </message>
    <message>
        <source>收费标准：{text}</source>
        <translation>Fee: {text}</translation>
    </message>
    <message>
        <source>收费标准：未公布</source>
        <translation>Fee: not published</translation>
    </message>
    <message>
        <source>未公布，请咨询导办台</source>
        <translation>Not published – please ask the guide desk</translation>
    </message>
    <message>
        <source>来源：{text}</source>
        <translation>Source: {text}</translation>
    </message>
    <message>
        <source>每天 {hours}</source>
        <translation>Every day {hours}</translation>
    </message>
    <message>
        <source>法定时限：{days} 个工作日</source>
        <translation>Legal limit: {days} working days</translation>
    </message>
    <message>
        <source>法定时限：当场办结</source>
        <translation>Legal limit: on the spot</translation>
    </message>
    <message>
        <source>法定时限：未公布</source>
        <translation>Legal limit: not published</translation>
    </message>
    <message>
        <source>注意事项</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>特殊环节</source>
        <translation>Special steps</translation>
    </message>
    <message>
        <source>申请书格式文本和样本</source>
        <translation>Forms and samples</translation>
    </message>
    <message>
        <source>申请材料</source>
        <translation>Materials to bring</translation>
    </message>
    <message>
        <source>申请条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>监督投诉电话：{text}</source>
        <translation>Phone for complaints: {text}</translation>
    </message>
    <message>
        <source>设定依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>休息日</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>午间休息</source>
        <translation>Lunch break</translation>
    </message>
    <message>
        <source>周末便民服务</source>
        <translation>Weekend service</translation>
    </message>
    <message>
        <source>已下班</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>按键都在屏幕下半部分</source>
        <translation>All buttons are in the lower half</translation>
    </message>
    <message>
        <source>显示方式</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>暂不取号</source>
        <translation>No tickets now</translation>
    </message>
    <message>
        <source>未到办公时间</source>
        <translation>Not open yet</translation>
    </message>
    <message>
        <source>正在办公</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>系统恢复中</source>
        <translation>Reconnecting</translation>
    </message>
</context>
<context>
    <name>HindranceWords</name>
    <message>
        <source>{day}（{weekday}）{time}</source>
        <translation>{time} on {weekday}, {day}</translation>
    </message>
    <message>
        <source>{holiday}放假</source>
        <translation>Closed for {holiday}</translation>
    </message>
    <message>
        <source>{weekday}，调休上班</source>
        <translation>{weekday} (make-up working day)</translation>
    </message>
    <message>
        <source>{when} 取号</source>
        <translation>Numbers again: {when}</translation>
    </message>
    <message>
        <source>{when} 起可以取号。</source>
        <translation>You can take a number from {when}.</translation>
    </message>
    <message>
        <source>{windows} 等</source>
        <translation>{windows} and more</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>中秋节</source>
        <translation>the Mid-Autumn Festival</translation>
    </message>
    <message>
        <source>临近下班，不再取号。已经取号的，今天会办完。</source>
        <translation>The hall is about to close and gives no more numbers. Everyone who has a number will be served today.</translation>
    </message>
    <message>
        <source>也可以预约：请到导办台。</source>
        <translation>Or book a time at the guide desk.</translation>
    </message>
    <message>
        <source>也可以预约：请到导办台，或拨打 {phone}。</source>
        <translation>Or book at the guide desk or by phone: {phone}</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>{time} today</translation>
    </message>
    <message>
        <source>今天休息</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>今天休息：{reason}</source>
        <translation>Closed today: {reason}</translation>
    </message>
    <message>
        <source>今天已停止取号</source>
        <translation>No more numbers today</translation>
    </message>
    <message>
        <source>今天的号已取完</source>
        <translation>No numbers left today</translation>
    </message>
    <message>
        <source>元旦</source>
        <translation>New Year&apos;s Day</translation>
    </message>
    <message>
        <source>办事指南随时可以查看。</source>
        <translation>The service guide is always available.</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>午间休息</source>
        <translation>Lunch break</translation>
    </message>
    <message>
        <source>周末不办理</source>
        <translation>Not served at weekends</translation>
    </message>
    <message>
        <source>国庆节</source>
        <translation>National Day</translation>
    </message>
    <message>
        <source>在{branch}办理</source>
        <translation>Served at {branch}</translation>
    </message>
    <message>
        <source>地址：{address}</source>
        <translation>Address: {address}</translation>
    </message>
    <message>
        <source>明天（{weekday}）{time}</source>
        <translation>{time} tomorrow ({weekday})</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>the Spring Festival</translation>
    </message>
    <message>
        <source>本大厅不办理</source>
        <translation>Not served in this hall</translation>
    </message>
    <message>
        <source>本时段号已取完，{time} 再取</source>
        <translation>All taken for now, again at {time}</translation>
    </message>
    <message>
        <source>没有取号。{windows} 号窗口暂停服务，恢复后可以取号。</source>
        <translation>No number was taken. Paused: window {windows}. You can take a number when it is back.</translation>
    </message>
    <message>
        <source>没有取号。{windows} 号窗口暂停服务，预计 {time} 恢复，届时可以取号。</source>
        <translation>No number was taken. Paused: window {windows}, expected back at {time}; you can take a number then.</translation>
    </message>
    <message>
        <source>没有取号。“{item}”今天的 {capacity} 个号已全部取完。</source>
        <translation>No number was taken. All {capacity} numbers for {item} are gone.</translation>
    </message>
    <message>
        <source>没有取号。“{item}”在 {windows} 号窗口办理，开放后可以取号。</source>
        <translation>No number was taken. {item} is served at window {windows}; you can take a number when it opens.</translation>
    </message>
    <message>
        <source>没有取号。“{item}”在那里的 {windows} 号窗口办理。</source>
        <translation>No number was taken. {item} is served there, at window {windows}.</translation>
    </message>
    <message>
        <source>没有取号。“{item}”这个时段的 {capacity} 个号已全部取完。</source>
        <translation>No number was taken. All {capacity} numbers for {item} are gone for now.</translation>
    </message>
    <message>
        <source>没有取号。今天只办理公布的便民事项。</source>
        <translation>No number was taken. Today only the weekend services are offered.</translation>
    </message>
    <message>
        <source>没有取号。本大厅没有窗口办理“{item}”。</source>
        <translation>No number was taken. No window of this hall serves {item}.</translation>
    </message>
    <message>
        <source>清明节</source>
        <translation>the Qingming Festival</translation>
    </message>
    <message>
        <source>现在不能取号</source>
        <translation>No numbers now</translation>
    </message>
    <message>
        <source>电话：{phone}</source>
        <translation>Telephone: {phone}</translation>
    </message>
    <message>
        <source>着急办事请按“人工帮助”，导办人员会告诉您怎么办。</source>
        <translation>If it is urgent, press &quot;Help&quot;: somebody will tell you what to do.</translation>
    </message>
    <message>
        <source>窗口暂停服务</source>
        <translation>The window is paused</translation>
    </message>
    <message>
        <source>窗口暂停，预计 {time} 恢复</source>
        <translation>Window paused, back about {time}</translation>
    </message>
    <message>
        <source>窗口未开放</source>
        <translation>Closed now</translation>
    </message>
    <message>
        <source>窗口还没有开放</source>
        <translation>Window not open yet</translation>
    </message>
    <message>
        <source>端午节</source>
        <translation>the Dragon Boat Festival</translation>
    </message>
    <message>
        <source>请到{branch}办理</source>
        <translation>Please go to {branch}</translation>
    </message>
    <message>
        <source>这个事项不在本大厅办理</source>
        <translation>Not served in this hall</translation>
    </message>
    <message>
        <source>这个事项周末不办理</source>
        <translation>Not served at weekends</translation>
    </message>
    <message>
        <source>这个时段的号已取完</source>
        <translation>No numbers right now</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>前面几人，叫到没有</source>
        <translation>How many are before me</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Service guide</translation>
    </message>
    <message>
        <source>取号办事</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>大厅地图</source>
        <translation>Map of the hall</translation>
    </message>
    <message>
        <source>已经预约，到场取号</source>
        <translation>For an appointment today</translation>
    </message>
    <message>
        <source>投诉·办不成事</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>材料、时限、收费</source>
        <translation>Papers, time, fees</translation>
    </message>
    <message>
        <source>现在等候</source>
        <translation>Waiting now</translation>
    </message>
    <message>
        <source>系统暂时连接不上，正在自动恢复，办事指南仍可查看。急需办事请到导办台。</source>
        <translation>The system is not reachable and is recovering by itself; guides can still be read. If it is urgent, go to the guide desk.</translation>
    </message>
    <message>
        <source>进度查询</source>
        <translation>My matters</translation>
    </message>
    <message>
        <source>选好事项，取号排队</source>
        <translation>Pick a service, join the line</translation>
    </message>
    <message>
        <source>预约签到</source>
        <translation>Check in</translation>
    </message>
</context>
<context>
    <name>IdentifyView</name>
    <message>
        <source>不留姓名</source>
        <translation>Without my name</translation>
    </message>
    <message>
        <source>不登记，直接取号</source>
        <translation>No registration</translation>
    </message>
    <message>
        <source>也可以扫号票二维码、市民之家一卡通或身份码</source>
        <translation>Or scan your ticket, citizen card or identity code</translation>
    </message>
    <message>
        <source>也可以扫对方的市民之家一卡通或身份码</source>
        <translation>Or scan their citizen card or identity code</translation>
    </message>
    <message>
        <source>也可以扫市民之家一卡通或身份码</source>
        <translation>Or scan your citizen card or identity code</translation>
    </message>
    <message>
        <source>也可以扫预约码、市民之家一卡通或身份码</source>
        <translation>Or scan your appointment code, citizen card or identity code</translation>
    </message>
    <message>
        <source>代办第一步：刷您自己的身份证</source>
        <translation>Step 1 of 2: your own ID card</translation>
    </message>
    <message>
        <source>代办第二步：刷对方的身份证</source>
        <translation>Step 2 of 2: their ID card</translation>
    </message>
    <message>
        <source>代办须登记两个人的证件，加密保存，屏幕和号票上只显示部分姓名。</source>
        <translation>Both people are put on record, stored encrypted. Only part of a name is shown.</translation>
    </message>
    <message>
        <source>到窗口时再出示证件</source>
        <translation>ID at the window</translation>
    </message>
    <message>
        <source>刷卡暂不可用</source>
        <translation>Card reader not available</translation>
    </message>
    <message>
        <source>可以反映，但不能答复您</source>
        <translation>We look into it, but cannot answer you</translation>
    </message>
    <message>
        <source>号票号码、业务编号、受理编号</source>
        <translation>Ticket, business or receipt number</translation>
    </message>
    <message>
        <source>姓名和电话加密保存，只有负责处理的人员能看到，不会告诉被反映的人。</source>
        <translation>Stored encrypted; seen by those in charge only, never by the person complained of.</translation>
    </message>
    <message>
        <source>对方是要办事的人，放好后不要移动</source>
        <translation>The card of the person this number is for. Keep it still</translation>
    </message>
    <message>
        <source>您和对方的证件都要刷</source>
        <translation>With both ID cards</translation>
    </message>
    <message>
        <source>放好后不要动，听到“嘀”声或页面变化再拿起</source>
        <translation>Keep it still until this page changes</translation>
    </message>
    <message>
        <source>替别人办理</source>
        <translation>For someone else</translation>
    </message>
    <message>
        <source>正在提交，请稍候</source>
        <translation>Sending, please wait</translation>
    </message>
    <message>
        <source>正在查询，请稍候</source>
        <translation>One moment, looking it up</translation>
    </message>
    <message>
        <source>没带身份证，用手机号</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>没有读到，请拿起身份证重新平放</source>
        <translation>Not read: lay it down again</translation>
    </message>
    <message>
        <source>证件信息只用于本次取号，加密保存，屏幕和号票上只显示部分姓名。</source>
        <translation>Your card is used for this number only and stored encrypted. Only part of your name is shown.</translation>
    </message>
    <message>
        <source>证件信息只用于本次查询，不保存；屏幕上不显示姓名。</source>
        <translation>Your card is used for this look-up only and not stored; no name is shown.</translation>
    </message>
    <message>
        <source>请不要与手机、银行卡叠放，读取时不要移动</source>
        <translation>Lift it first; keep it still, away from phones and cards</translation>
    </message>
    <message>
        <source>请刷身份证取号</source>
        <translation>Use your ID card</translation>
    </message>
    <message>
        <source>请刷身份证查询</source>
        <translation>Look up with your ID card</translation>
    </message>
    <message>
        <source>请刷身份证签到</source>
        <translation>Check in with your ID card</translation>
    </message>
    <message>
        <source>请刷身份证，方便答复您</source>
        <translation>Place your ID card so that we can answer</translation>
    </message>
    <message>
        <source>请将身份证平放在感应区</source>
        <translation>Lay your ID card flat on the reader</translation>
    </message>
    <message>
        <source>请拿起您的身份证，换上对方的</source>
        <translation>Lift your card and lay down theirs</translation>
    </message>
    <message>
        <source>请拿起来，换上要办事的人的身份证</source>
        <translation>Please lift it and lay down the card of the person it is for</translation>
    </message>
    <message>
        <source>请按“人工帮助”，或到导办台代办取号</source>
        <translation>Press &quot;Help&quot;, or get the number at the guide desk</translation>
    </message>
    <message>
        <source>请放置居民身份证、港澳台居民居住证或外国人永久居留身份证</source>
        <translation>Use a resident ID card, a residence permit of Hong Kong, Macao or Taiwan residents, or a foreign permanent resident ID card</translation>
    </message>
    <message>
        <source>读卡器正在自动恢复，可以先用下面的方式</source>
        <translation>The reader is recovering; use a way below</translation>
    </message>
    <message>
        <source>读卡器需要维护，请用下面的方式或按“人工帮助”</source>
        <translation>The reader needs service; use a way below or touch &quot;Help&quot;</translation>
    </message>
    <message>
        <source>输入 11 位手机号</source>
        <translation>Enter 11 digits</translation>
    </message>
    <message>
        <source>输入号码或编号</source>
        <translation>Type a number</translation>
    </message>
    <message>
        <source>输入预约码</source>
        <translation>Type the appointment code</translation>
    </message>
    <message>
        <source>这不是能识别的证件</source>
        <translation>This card cannot be read here</translation>
    </message>
    <message>
        <source>这个码在这里用不了，请换一个码或换一种方式</source>
        <translation>This code is of no use here; try another code or another way</translation>
    </message>
    <message>
        <source>这是您自己的证件</source>
        <translation>This is your own card</translation>
    </message>
    <message>
        <source>预约成功时告知的 8 位字母和数字</source>
        <translation>The 8 letters and digits you were told</translation>
    </message>
</context>
<context>
    <name>IdleQuestion</name>
    <message>
        <source>{seconds} 秒后返回首页，已填内容将清除</source>
        <translation>Back to the start in {seconds} s; what you entered is cleared</translation>
    </message>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>返回首页</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>{days} 个工作日</source>
        <translation>{days} working days</translation>
    </message>
    <message>
        <source>上报件</source>
        <translation>Decided by a higher authority</translation>
    </message>
    <message>
        <source>不收费</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>不登记，直接取号</source>
        <translation>Number without registration</translation>
    </message>
    <message>
        <source>办件类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>办理部门</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>即办件</source>
        <translation>On the spot</translation>
    </message>
    <message>
        <source>已带齐，下一步</source>
        <translation>Yes, go on</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>Done at once</translation>
    </message>
    <message>
        <source>承诺件</source>
        <translation>Promised time</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>未公布，请咨询导办台</source>
        <translation>Not published, please ask the guide desk</translation>
    </message>
    <message>
        <source>联办件</source>
        <translation>Several departments</translation>
    </message>
    <message>
        <source>请确认材料已带齐</source>
        <translation>Got everything?</translation>
    </message>
    <message>
        <source>需要的材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>需要的材料，共 {count} 项</source>
        <translation>Materials needed: {count}</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>{kind}&#x3000;{days} 个工作日办结</source>
        <translation>{kind} · {days} working days</translation>
    </message>
    <message>
        <source>{kind}&#x3000;当场办结</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <source>{terms}&#x3000;俗称“{word}”</source>
        <translation>{terms}, &quot;{word}&quot;</translation>
    </message>
    <message>
        <source>上报件</source>
        <translation>Decided by a higher authority</translation>
    </message>
    <message>
        <source>关闭查找</source>
        <translation>Close search</translation>
    </message>
    <message>
        <source>即办件</source>
        <translation>On the spot</translation>
    </message>
    <message>
        <source>大家常办的事</source>
        <translation>Most used services</translation>
    </message>
    <message>
        <source>承诺件</source>
        <translation>Promised time</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找：{query}</source>
        <translation>Search: {query}</translation>
    </message>
    <message>
        <source>没有找到。换几个字母试试，或者按“人工帮助”请导办人员协助。</source>
        <translation>Nothing found. Try other letters, or press Help.</translation>
    </message>
    <message>
        <source>联办件</source>
        <translation>Several departments</translation>
    </message>
    <message>
        <source>输入拼音首字母，“结婚”输入 JH，再点词语</source>
        <translation>Type the beginning of a word, such as FOOD</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>KindView</name>
    <message>
        <source>也可以拨打投诉电话 {phone}</source>
        <translation>Or call the complaint line {phone}</translation>
    </message>
    <message>
        <source>哪位工作人员做得好</source>
        <translation>Somebody did a good job</translation>
    </message>
    <message>
        <source>对窗口、人员、环境不满意，由督查人员核查</source>
        <translation>A window, the staff or the hall: our inspectors look into it</translation>
    </message>
    <message>
        <source>希望哪里改进</source>
        <translation>What could be better</translation>
    </message>
    <message>
        <source>您要反映什么？</source>
        <translation>What would you like to tell us?</translation>
    </message>
    <message>
        <source>跑了几次没办成、说不清、推来推去，由纪检监察人员负责</source>
        <translation>Came several times, sent around, no clear answer: discipline inspectors take it up</translation>
    </message>
</context>
<context>
    <name>MattersView</name>
    <message>
        <source>{day}&#x3000;{name} {number}</source>
        <translation>{day}&#x3000;{name} {number}</translation>
    </message>
    <message>
        <source>{kind}：{item}</source>
        <translation>{kind}: {item}</translation>
    </message>
    <message>
        <source>&#x3000;{day} 前答复</source>
        <translation>&#x3000;answer by {day}</translation>
    </message>
    <message>
        <source>业务编号</source>
        <translation>Business no.</translation>
    </message>
    <message>
        <source>今天的号码：看前面还有几人</source>
        <translation>Today&apos;s number: my place in line</translation>
    </message>
    <message>
        <source>到厅办事</source>
        <translation>Visit to the hall</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>只显示本人的事项。有疑问请到导办台。</source>
        <translation>Only your own matters are shown. Questions? Please ask at the guide desk.</translation>
    </message>
    <message>
        <source>已交办</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已办完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已有答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>You were told</translation>
    </message>
    <message>
        <source>已过号</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>我的事项</source>
        <translation>My matters</translation>
    </message>
    <message>
        <source>正在核查</source>
        <translation>Being looked into</translation>
    </message>
    <message>
        <source>没有办完</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>答复：{note}</source>
        <translation>Answer: {note}</translation>
    </message>
</context>
<context>
    <name>MenuPage</name>
    <message>
        <source>关闭程序</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>号票模板有误，正用自带模板打印</source>
        <translation>The ticket template is wrong; the shipped one prints</translation>
    </message>
    <message>
        <source>大一点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>小一点</source>
        <translation>Quieter</translation>
    </message>
    <message>
        <source>已换纸</source>
        <translation>Paper changed</translation>
    </message>
    <message>
        <source>打印测试页</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>补打号票</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>设备状态</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>这卷纸快用完了，已提示工作人员</source>
        <translation>This roll is nearly used up; staff were told</translation>
    </message>
    <message>
        <source>退出菜单</source>
        <translation>Leave the menu</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Muted</translation>
    </message>
    <message>
        <source>音量 {percent}%</source>
        <translation>Volume {percent}%</translation>
    </message>
    <message>
        <source>预览号票</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>低位操作</source>
        <translation>Low reach</translation>
    </message>
    <message>
        <source>大字，少选项，有语音</source>
        <translation>Large text, few choices, spoken</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已打开，再按关闭</source>
        <translation>Switched on</translation>
    </message>
    <message>
        <source>按键移到下方，坐轮椅也够得着</source>
        <translation>Buttons low down, within reach of a wheelchair</translation>
    </message>
    <message>
        <source>显示方式</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>长辈版</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>黑底白字黄字，有语音</source>
        <translation>White and yellow on black, spoken</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>{seconds} 秒后返回首页</source>
        <translation>Back to the start in {seconds} s</translation>
    </message>
    <message>
        <source>下次取号时间：{day} {time}</source>
        <translation>Numbers again: {time} on {day}</translation>
    </message>
    <message>
        <source>人工帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>今天休息</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Service guide</translation>
    </message>
    <message>
        <source>办事指南随时可以查看。</source>
        <translation>The service guide is always available.</translation>
    </message>
    <message>
        <source>办公时间：{hours}</source>
        <translation>Hours: {hours}</translation>
    </message>
    <message>
        <source>取普通号</source>
        <translation>Take an ordinary number</translation>
    </message>
    <message>
        <source>屏幕取号</source>
        <translation>Number on screen</translation>
    </message>
    <message>
        <source>已通知导办台</source>
        <translation>The guide desk was called</translation>
    </message>
    <message>
        <source>暂时通知不到导办台</source>
        <translation>The guide desk could not be called</translation>
    </message>
    <message>
        <source>没有取号。请在工作日取号，也可以到导办台预约。</source>
        <translation>No number was taken. Please come on a working day, or make an appointment at the guide desk.</translation>
    </message>
    <message>
        <source>没有提交成功</source>
        <translation>It was not sent</translation>
    </message>
    <message>
        <source>现在不能取号</source>
        <translation>No numbers now</translation>
    </message>
    <message>
        <source>现在不能取号。办事指南随时可以查看。</source>
        <translation>No numbers are given now. The guides can be read at any time.</translation>
    </message>
    <message>
        <source>系统暂时连接不上，您选的内容还在。请返回上一页再提交，不会重复登记；也可以到导办台登记。</source>
        <translation>The system is reconnecting; your choices are kept. Please go back and send again: it will not be filed twice. Or tell the guide desk.</translation>
    </message>
    <message>
        <source>系统暂时连接不上，请直接到导办台找工作人员。</source>
        <translation>The system is reconnecting. Please go to the guide desk.</translation>
    </message>
    <message>
        <source>请在这里稍等，导办人员马上过来。</source>
        <translation>Please wait here, somebody is coming.</translation>
    </message>
    <message>
        <source>返回上一页</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>这个事项周末不办理</source>
        <translation>Not served at weekends</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>不能确定清单是否打印完整。没有出来或不完整，请按“人工帮助”，也可以手机扫码带走。</source>
        <translation>We can&apos;t tell whether the list was printed in full. If it is missing or incomplete, press &quot;Help&quot;, or take it on your phone.</translation>
    </message>
    <message>
        <source>打印机出现故障</source>
        <translation>The printer has a fault</translation>
    </message>
    <message>
        <source>打印机机盖没有合上</source>
        <translation>The printer cover is open</translation>
    </message>
    <message>
        <source>打印机没有连上</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>打印机缺纸</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>没有打印。可以手机扫码带走，或者按“人工帮助”请工作人员打印。</source>
        <translation>Nothing was printed. Take it on your phone, or press &quot;Help&quot; and the staff will print it.</translation>
    </message>
    <message>
        <source>清单已从出纸口打印出来，可以对照着准备材料。</source>
        <translation>The list is in the paper slot. Use it to get your materials ready.</translation>
    </message>
    <message>
        <source>请取走材料清单</source>
        <translation>Please take your list</translation>
    </message>
    <message>
        <source>请看一下出纸口</source>
        <translation>Please look at the paper slot</translation>
    </message>
    <message>
        <source>请稍等，材料清单马上从出纸口出来。</source>
        <translation>One moment, the list is coming out of the paper slot.</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>不留手机号，凭证件查询</source>
        <translation>No phone, I ask with my ID</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>手机号以 1 开头，请检查</source>
        <translation>A mobile number begins with 1</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>正在提交，请稍候</source>
        <translation>Sending, please wait</translation>
    </message>
    <message>
        <source>正在查询，请稍候</source>
        <translation>One moment, looking it up</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>请核对，无误后按“取号”</source>
        <translation>Check it, then press Take a number</translation>
    </message>
    <message>
        <source>请核对，无误后按“提交”</source>
        <translation>Please check, then press &quot;Send&quot;</translation>
    </message>
    <message>
        <source>请核对，无误后按“签到”</source>
        <translation>Please check, then touch &quot;Check in&quot;</translation>
    </message>
    <message>
        <source>请留手机号，便于答复您</source>
        <translation>Your phone number, so that we can answer</translation>
    </message>
    <message>
        <source>请输入手机号</source>
        <translation>Enter your mobile number</translation>
    </message>
    <message>
        <source>还差 {count} 位</source>
        <translation>{count} digits to go</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>{kind}，{width} 毫米纸</source>
        <translation>{kind}, {width} mm paper</translation>
    </message>
    <message>
        <source>上一种</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一种</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>优先号</source>
        <translation>Priority ticket</translation>
    </message>
    <message>
        <source>普通号</source>
        <translation>Ordinary ticket</translation>
    </message>
    <message>
        <source>英文界面取的号</source>
        <translation>Taken in English</translation>
    </message>
    <message>
        <source>补打的号票</source>
        <translation>Printed again</translation>
    </message>
    <message>
        <source>返回菜单</source>
        <translation>Back to menu</translation>
    </message>
    <message>
        <source>长名称与生僻字</source>
        <translation>Long names, rare characters</translation>
    </message>
    <message>
        <source>预约号</source>
        <translation>Appointment</translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>不想等，可以“屏幕取号”：记住屏幕上的号码，叫号时与号票一样有效；也可以到其他抽号机或导办台。</source>
        <translation>Rather not wait? Take the number on the screen and remember it: it counts like a ticket. Or go to another kiosk or the guide desk.</translation>
    </message>
    <message>
        <source>打印机出现故障</source>
        <translation>The printer has a fault</translation>
    </message>
    <message>
        <source>打印机卡纸</source>
        <translation>Paper is jammed in the printer</translation>
    </message>
    <message>
        <source>打印机机盖没有合上</source>
        <translation>The printer cover is open</translation>
    </message>
    <message>
        <source>打印机没有连上</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>打印机缺纸</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>还没有取号。修好后这里会自动继续；不想等，请按“屏幕取号”。</source>
        <translation>No number yet. This page goes on once it is mended. Or press &quot;Number on screen&quot;.</translation>
    </message>
    <message>
        <source>还没有取号。请不要拉纸，修好后这里会自动继续；不想等，请按“屏幕取号”。</source>
        <translation>No number yet. Please don&apos;t pull at the paper. This page goes on once it is mended. Or press &quot;Number on screen&quot;.</translation>
    </message>
    <message>
        <source>还没有取号，没有占用号码。工作人员换好纸，这里会自动继续。</source>
        <translation>No number has been taken. This page goes on by itself once staff have put in paper.</translation>
    </message>
    <message>
        <source>还没有取号，没有占用号码。打印机恢复后，这里会自动继续。</source>
        <translation>No number has been taken. This page goes on by itself once the printer works again.</translation>
    </message>
    <message>
        <source>还没有取号，没有占用号码。机盖合好，这里会自动继续。</source>
        <translation>No number has been taken. This page goes on by itself once the cover is closed.</translation>
    </message>
    <message>
        <source>还没有取号，没有占用号码。请不要拉纸，工作人员取出卡纸后，这里会自动继续。</source>
        <translation>No number has been taken. Please don&apos;t pull at the paper: this page goes on by itself once staff have cleared it.</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>号票已打印，正在登记，请稍候</source>
        <translation>Ticket printed, being registered</translation>
    </message>
    <message>
        <source>正在取号，请稍候</source>
        <translation>Getting your number</translation>
    </message>
    <message>
        <source>正在打印号票，请稍候</source>
        <translation>Printing your ticket</translation>
    </message>
    <message>
        <source>正在登记，请稍候</source>
        <translation>Registering</translation>
    </message>
    <message>
        <source>网络暂时不通，号票请保留；如长时间没有变化，请持号票到导办台。</source>
        <translation>The network is down. Keep your ticket; if nothing changes, take it to the guide desk.</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>今天放假，不能取号，请看屏幕上的上班时间。</source>
        <translation>The hall is closed today. The screen shows when it opens again.</translation>
    </message>
    <message>
        <source>办这个事项的窗口现在没有开放，请看屏幕上的说明。</source>
        <translation>No window for this service is open now. Please read the screen.</translation>
    </message>
    <message>
        <source>和什么有关？不清楚请按其他。</source>
        <translation>What is it about? If you are not sure, press Something else.</translation>
    </message>
    <message>
        <source>已经登记，请记下屏幕上的受理编号。</source>
        <translation>It is received. Please note the receipt number on the screen.</translation>
    </message>
    <message>
        <source>已经超过签到时间，可以取普通号。</source>
        <translation>The check-in time has passed. You may take an ordinary number.</translation>
    </message>
    <message>
        <source>已经通知导办台，请在这里稍等。</source>
        <translation>The guide desk has been told. Please wait here.</translation>
    </message>
    <message>
        <source>您今天有几个预约，请选择一个。</source>
        <translation>You have several appointments today. Please choose one.</translation>
    </message>
    <message>
        <source>您好，请选择要办的事。需要帮助请按人工帮助。</source>
        <translation>Hello. Please choose what you came for. If you need help, touch Help.</translation>
    </message>
    <message>
        <source>您已经取过号了，请留意叫号。</source>
        <translation>You already have a number. Please listen for it.</translation>
    </message>
    <message>
        <source>您的号码是{label}，请到{zone}区等候叫号。</source>
        <translation>Your number is {label}. Please wait in zone {zone} until it is called.</translation>
    </message>
    <message>
        <source>您的号码是{label}，请记住，然后按记住了。</source>
        <translation>Your number is {label}. Please remember it, then touch the large button.</translation>
    </message>
    <message>
        <source>您要反映什么？请选择。也可以拨打屏幕上的投诉电话。</source>
        <translation>What would you like to tell us? You can also call the complaint line on the screen.</translation>
    </message>
    <message>
        <source>您还在吗？{seconds}秒后返回首页。要继续，请碰一下屏幕。</source>
        <translation>Are you still there? Back to the start in {seconds} seconds. To go on, touch the screen.</translation>
    </message>
    <message>
        <source>打印机暂时不能用，可以按屏幕取号。</source>
        <translation>The printer can&apos;t be used now. You can get a number on the screen.</translation>
    </message>
    <message>
        <source>暂时通知不到导办台，请到导办台找工作人员。</source>
        <translation>The guide desk can&apos;t be reached now. Please go there and ask the staff.</translation>
    </message>
    <message>
        <source>替别人办理。第一步，请把您自己的身份证平放在感应区。</source>
        <translation>For somebody else. Step one: lay your own identity card flat on the reader.</translation>
    </message>
    <message>
        <source>核对不符的次数太多，请带证件到导办台查询。</source>
        <translation>Too many wrong answers. Please go to the guide desk with your ID.</translation>
    </message>
    <message>
        <source>正在出票，请稍候。</source>
        <translation>Your ticket is being printed. Please wait.</translation>
    </message>
    <message>
        <source>没有取到号，请看屏幕上的说明。</source>
        <translation>No number was given. Please read the note on the screen.</translation>
    </message>
    <message>
        <source>没有找到今天的号票，请核对后再查。</source>
        <translation>No ticket of today was found. Please check and try again.</translation>
    </message>
    <message>
        <source>没有找到您今天的预约，可以取普通号。</source>
        <translation>No appointment of yours was found for today. You may take an ordinary number.</translation>
    </message>
    <message>
        <source>没有提交成功，请到导办台登记。</source>
        <translation>It was not sent. Please go to the guide desk.</translation>
    </message>
    <message>
        <source>没有提交成功，请按返回再试，或者到导办台登记。</source>
        <translation>It was not sent. Please go back and try again, or go to the guide desk.</translation>
    </message>
    <message>
        <source>没有查到，请核对后再查，或者到导办台。</source>
        <translation>Nothing was found. Please check and try again, or go to the guide desk.</translation>
    </message>
    <message>
        <source>现在不是取号时间。</source>
        <translation>No numbers are given at this time.</translation>
    </message>
    <message>
        <source>第二步，请拿起您的身份证，换上要办事的人的身份证。</source>
        <translation>Step two: take your card away and lay down the card of the person it is for.</translation>
    </message>
    <message>
        <source>系统暂时连不上，请稍候，或者请工作人员帮忙。</source>
        <translation>The system can&apos;t be reached now. Please wait, or ask the staff.</translation>
    </message>
    <message>
        <source>请把登记时用的身份证放在感应区，或者输入手机号的最后四位数字，再按查询。</source>
        <translation>Please place the ID card you used on the reader, or type the last four digits of the phone, then press Look up.</translation>
    </message>
    <message>
        <source>请把身份证平放在感应区，也可以扫号票上的二维码，或者输入号码。</source>
        <translation>Lay your identity card flat on the reader, or scan the code on your ticket, or type its number.</translation>
    </message>
    <message>
        <source>请把身份证平放在感应区，也可以扫预约码，或者输入预约码。</source>
        <translation>Lay your identity card flat on the reader, or scan your appointment code, or type it.</translation>
    </message>
    <message>
        <source>请把身份证平放在感应区，也可以用手机号取号。</source>
        <translation>Lay your identity card flat on the reader, or use your mobile number.</translation>
    </message>
    <message>
        <source>请把身份证平放在感应区，方便答复您，也可以用手机号。</source>
        <translation>Please lay your ID card flat on the reader so that we can answer you, or use your mobile number.</translation>
    </message>
    <message>
        <source>请留一个手机号，便于答复您，再按提交。</source>
        <translation>Please leave a mobile number so that we can answer you, then press Send.</translation>
    </message>
    <message>
        <source>请看一下材料是否带齐，带齐了请按下面的大按钮。</source>
        <translation>Please see whether you have all the papers. If so, touch the large button below.</translation>
    </message>
    <message>
        <source>请看一下，号票出来了吗？出来了请按是，没有请按否。</source>
        <translation>Please look: has your ticket come out? If so, press yes; if not, press no.</translation>
    </message>
    <message>
        <source>请看屏幕上的号票进度。</source>
        <translation>The screen shows how your ticket stands.</translation>
    </message>
    <message>
        <source>请稍候，正在为您准备。</source>
        <translation>One moment please, the machine is getting ready for you.</translation>
    </message>
    <message>
        <source>请输入号票上的号码，再按下一步。</source>
        <translation>Please type the number on the ticket, then press Next.</translation>
    </message>
    <message>
        <source>请输入号票上的号码，或者受理编号，再按查询。</source>
        <translation>Please type the number on the ticket, or the receipt number, then press Look up.</translation>
    </message>
    <message>
        <source>请输入手机号，再按取号。</source>
        <translation>Type your mobile number, then touch Take a number.</translation>
    </message>
    <message>
        <source>请输入预约时留的手机号，再按签到。</source>
        <translation>Type the mobile number of your booking, then touch Check in.</translation>
    </message>
    <message>
        <source>请输入预约码，再按签到。</source>
        <translation>Type your appointment code, then touch Check in.</translation>
    </message>
    <message>
        <source>请选择办事部门。</source>
        <translation>Please choose a department.</translation>
    </message>
    <message>
        <source>请选择发生了什么，可以选几个，再按选好了。也可以让工作人员打电话给您。</source>
        <translation>Please choose what happened, one or more, then press That is all. You can also ask us to call you.</translation>
    </message>
    <message>
        <source>请选择是几号窗口。</source>
        <translation>Please choose the window.</translation>
    </message>
    <message>
        <source>请选择要办的事项。</source>
        <translation>Please choose a service.</translation>
    </message>
    <message>
        <source>还没到签到时间，请看屏幕上的时间。</source>
        <translation>It is too early to check in. The screen shows the time.</translation>
    </message>
    <message>
        <source>这个事项不在这里办理，请看屏幕上写的地方。</source>
        <translation>This service is not offered here. The screen shows where to go.</translation>
    </message>
    <message>
        <source>这个事项周末不办理，请看屏幕上的时间。</source>
        <translation>This service is not offered at weekends. The screen shows the next time.</translation>
    </message>
    <message>
        <source>这个事项的号取完了，请看屏幕上什么时候再取。</source>
        <translation>All numbers for this service are taken. The screen shows when there are more.</translation>
    </message>
    <message>
        <source>这个号码已经作废，请重新取号。</source>
        <translation>This number is no longer valid. Please take a new one.</translation>
    </message>
    <message>
        <source>这是大厅地图，请选择窗口，屏幕上会显示怎么走。</source>
        <translation>This is the map of the hall. Choose a window, and the screen shows the way.</translation>
    </message>
    <message>
        <source>这是您的事项，请看屏幕。</source>
        <translation>These are your matters, please look at the screen.</translation>
    </message>
    <message>
        <source>这是您自己的身份证，请换上要办事的人的身份证。</source>
        <translation>This is your own card. Please lay down the card of the person it is for.</translation>
    </message>
</context>
<context>
    <name>ProveView</name>
    <message>
        <source>刷身份证，或输入手机号后四位</source>
        <translation>Place your ID card, or type the phone&apos;s last four digits</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>正在查询，请稍候</source>
        <translation>One moment, looking it up</translation>
    </message>
    <message>
        <source>登记时留的手机号，最后四位数字；也可以把登记时刷的身份证放在感应区</source>
        <translation>The last four digits of the phone you left; or place the ID card you used on the reader</translation>
    </message>
</context>
<context>
    <name>ReasonPage</name>
    <message>
        <source>不补打</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>为什么补打 {label}？（记录在案）</source>
        <translation>Why is {label} printed again? (kept on record)</translation>
    </message>
    <message>
        <source>卡纸或缺纸，号票不完整</source>
        <translation>Jam or no paper, ticket incomplete</translation>
    </message>
    <message>
        <source>字迹不清</source>
        <translation>Print too faint</translation>
    </message>
    <message>
        <source>群众未取到号票</source>
        <translation>Visitor did not get the ticket</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>{kind}先前已经登记</source>
        <translation>Received before: {kind}</translation>
    </message>
    <message>
        <source>{kind}已登记</source>
        <translation>Received: {kind}</translation>
    </message>
    <message>
        <source>再打印一次</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>后来改动的没有登记，需要补充请凭编号到导办台。</source>
        <translation>Later changes were not filed. To add them, see the guide desk.</translation>
    </message>
    <message>
        <source>将在 {day} 前答复您</source>
        <translation>You will be answered by {day}</translation>
    </message>
    <message>
        <source>将尽快核查并答复您</source>
        <translation>You will be answered soon</translation>
    </message>
    <message>
        <source>您没有留姓名和电话，将予以核查，但不能答复您</source>
        <translation>You left no name or phone: we look into it, but cannot answer you</translation>
    </message>
    <message>
        <source>查询：首页按“进度查询”，刷身份证</source>
        <translation>Later: press My matters, use your ID card</translation>
    </message>
    <message>
        <source>查询：首页按“进度查询”，刷身份证；或扫这个码，再输手机号后四位</source>
        <translation>Ask later under My matters, with your ID card or this code</translation>
    </message>
    <message>
        <source>查询：首页按“进度查询”，扫这个码，再输手机号后四位</source>
        <translation>Later: press My matters, scan this code, type the phone&apos;s last four digits</translation>
    </message>
    <message>
        <source>正在打印回执</source>
        <translation>Printing the receipt</translation>
    </message>
    <message>
        <source>没有打印出来，请记下编号或用手机拍照</source>
        <translation>Not printed: please write the number down or take a photo</translation>
    </message>
    <message>
        <source>记住了，返回首页</source>
        <translation>Noted, back to start</translation>
    </message>
    <message>
        <source>请取走回执</source>
        <translation>Please take the receipt</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>两次出示的是同一个人的证件，没有占用号码。给自己办理，请返回首页直接取号。</source>
        <translation>Both cards were the same person&apos;s; no number was used up. For yourself, go to the start and take a number there.</translation>
    </message>
    <message>
        <source>先前提交的已经登记</source>
        <translation>It was received before</translation>
    </message>
    <message>
        <source>刚才有别的操作同时进行，这次没有完成，没有占用号码。请返回上一页再试一次。</source>
        <translation>Something else happened at the same moment; no number was used up. Please go back and try once more.</translation>
    </message>
    <message>
        <source>反映“办不成事”要留下证件或手机号，才能帮您解决；您选的内容还在。请返回上一页再提交。</source>
        <translation>We need your ID card or mobile number to help with what could not get done; your choices are kept. Please go back and send again.</translation>
    </message>
    <message>
        <source>反映内容超过 {most} 字，没有登记。请缩短后再提交，或到导办台口头说明。</source>
        <translation>The text has more than {most} characters and was not filed. Please shorten it and send again, or tell the guide desk.</translation>
    </message>
    <message>
        <source>受理编号 {number}，请记下。后来改动的没有登记；需要补充，请凭编号到导办台。</source>
        <translation>Please note the receipt number: {number}. Later changes were not filed; to add something, take the number to the guide desk.</translation>
    </message>
    <message>
        <source>号已取完</source>
        <translation type="unfinished">All numbers are taken</translation>
    </message>
    <message>
        <source>号码 {label} 还没有确认</source>
        <translation>Number {label} is not confirmed yet</translation>
    </message>
    <message>
        <source>号码已作废</source>
        <translation type="unfinished">The number is void</translation>
    </message>
    <message>
        <source>号票当日有效。请核对后再查，或到导办台咨询。</source>
        <translation type="unfinished">Tickets are good for one day. Please check and try again, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>已过签到时间</source>
        <translation type="unfinished">Too late to check in</translation>
    </message>
    <message>
        <source>希望我们打电话给您，请留下手机号；您选的内容还在。请返回上一页填写后再提交。</source>
        <translation>To be called, please leave a mobile number; your choices are kept. Go back, type it and send again.</translation>
    </message>
    <message>
        <source>您刚才在别处取了这个号，没有再取。拿到号票的请留意叫号；没有拿到的，请过几分钟再取，或到导办台。</source>
        <translation>You took it elsewhere just now; no second one was taken. If you have the ticket, wait for your call; if not, try again in a few minutes or go to the guide desk.</translation>
    </message>
    <message>
        <source>您已取号 {label}</source>
        <translation type="unfinished">You have number {label}</translation>
    </message>
    <message>
        <source>您预约的是今天 {at}，{opens} 开始签到。预约保留，请到时再来。</source>
        <translation type="unfinished">Your appointment is today at {at}; check-in opens at {opens}. It is kept for you, please come back then.</translation>
    </message>
    <message>
        <source>您预约的是今天 {at}，迟到超过规定时间，视同放弃预约。可以取普通号，按顺序办理。</source>
        <translation type="unfinished">Your appointment was today at {at}. Being later than allowed counts as giving it up. You may take an ordinary number and wait in turn.</translation>
    </message>
    <message>
        <source>所选情形与类别不符，没有登记。请返回首页，重新选择类别和情形。</source>
        <translation>What you chose does not belong to this kind; nothing was filed. Please go to the start and choose again.</translation>
    </message>
    <message>
        <source>手机号应为 11 位数字，以 1 开头；其他内容还在。请返回上一页重新输入。</source>
        <translation>A mobile number has 11 digits and begins with 1; everything else is kept. Please go back and type it again.</translation>
    </message>
    <message>
        <source>暂时不能查询</source>
        <translation type="unfinished">No look-ups for now</translation>
    </message>
    <message>
        <source>替别人办理，需要双方的证件，没有占用号码。请返回上一页，依次出示两个人的证件。</source>
        <translation>For someone else, both people&apos;s ID cards are needed; no number was used up. Please go back and show one after the other.</translation>
    </message>
    <message>
        <source>本大厅取号需要刷身份证或填写手机号，没有占用号码。请返回上一页刷证或填手机号。</source>
        <translation>This hall gives numbers with an ID card or a mobile number; none was used up. Please go back and use either.</translation>
    </message>
    <message>
        <source>本大厅取号需要刷身份证，不能只填手机号，没有占用号码。请返回上一页刷证，或到导办台。</source>
        <translation>This hall gives numbers with an ID card only, not with a phone; none was used up. Please go back and use your card, or go to the guide desk.</translation>
    </message>
    <message>
        <source>核对不符的次数太多，请过十几分钟再试，或带证件到导办台查询。</source>
        <translation type="unfinished">Too many wrong answers. Please try again in a quarter of an hour, or ask at the guide desk with your ID.</translation>
    </message>
    <message>
        <source>没有取号</source>
        <translation type="unfinished">No number taken</translation>
    </message>
    <message>
        <source>没有取号。办理这个事项的窗口现在没有开放，请稍后再取，或到导办台咨询。</source>
        <translation type="unfinished">No number was taken. No window for this service is open now. Please try later, or ask at the guide desk.</translation>
    </message>
    <message>
        <source>没有取号。本年度的节假日安排还没有载入，请到导办台，由工作人员处理。</source>
        <translation>No number was taken: the holidays of this year are not loaded yet. Please tell the guide desk.</translation>
    </message>
    <message>
        <source>没有取号。系统正在自动恢复，恢复后会回到首页；着急办事请到导办台。</source>
        <translation type="unfinished">No number was taken. This page goes back to the start once it works again. If it is urgent, please go to the guide desk.</translation>
    </message>
    <message>
        <source>没有取号。请在办公时间再来；办事指南随时可以查看。</source>
        <translation>No number was taken. Please come back during opening hours; the service guide is always available.</translation>
    </message>
    <message>
        <source>没有取号。请按“人工帮助”，导办人员会告诉您到哪里办理。</source>
        <translation type="unfinished">No number was taken. Press &quot;Help&quot;: somebody will tell you where to go.</translation>
    </message>
    <message>
        <source>没有取号。这个事项的号刚刚取完，请稍后再取、改日办理，或到导办台预约。</source>
        <translation type="unfinished">No number was taken: the last one has just gone. Please try later or another day, or make an appointment at the guide desk.</translation>
    </message>
    <message>
        <source>没有在规定时间内确认，号码已作废，不会被叫到。需要办事请重新取号。</source>
        <translation type="unfinished">It was not confirmed in time and will not be called. Please take a new number.</translation>
    </message>
    <message>
        <source>没有找到今天的号票</source>
        <translation type="unfinished">No ticket found for today</translation>
    </message>
    <message>
        <source>没有找到今天的预约</source>
        <translation type="unfinished">No appointment found for today</translation>
    </message>
    <message>
        <source>没有提交成功</source>
        <translation type="unfinished">It was not sent</translation>
    </message>
    <message>
        <source>没有查到</source>
        <translation type="unfinished">Nothing found</translation>
    </message>
    <message>
        <source>现在不能取号</source>
        <translation type="unfinished">No numbers now</translation>
    </message>
    <message>
        <source>窗口还没有开放</source>
        <translation type="unfinished">Window not open yet</translation>
    </message>
    <message>
        <source>系统暂时连接不上</source>
        <translation type="unfinished">The system is reconnecting</translation>
    </message>
    <message>
        <source>请核对编号，以及登记时用的证件或手机号后四位；也可以带证件到导办台查询。</source>
        <translation type="unfinished">Please check the number, and the ID or the last four digits of the phone you left; or ask at the guide desk with your ID.</translation>
    </message>
    <message>
        <source>请核对证件或预约码；预约的不是今天，请当天再来。也可以直接取普通号。</source>
        <translation type="unfinished">Please check your card or code. If it is for another day, come on that day. You may also take an ordinary number.</translation>
    </message>
    <message>
        <source>请返回上一页核对，或按“人工帮助”、到导办台登记。</source>
        <translation type="unfinished">Please go back and check, press &quot;Help&quot;, or tell the guide desk.</translation>
    </message>
    <message>
        <source>还没到签到时间</source>
        <translation type="unfinished">Too early to check in</translation>
    </message>
    <message>
        <source>还没有选择发生了什么情况，其他内容还在。请返回上一页，选一项或几项再提交。</source>
        <translation>You did not choose what happened yet; everything else is kept. Please go back, choose one or more and send again.</translation>
    </message>
    <message>
        <source>这个事项不在本大厅办理</source>
        <translation type="unfinished">Not served in this hall</translation>
    </message>
    <message>
        <source>这个事项今天已经取过号，请留意叫号，不必重复取号。</source>
        <translation type="unfinished">You already took a number for this service today. Please wait for it to be called.</translation>
    </message>
    <message>
        <source>这个事项现在不能在这里取号，请按“人工帮助”或到导办台咨询。</source>
        <translation type="unfinished">No number can be taken for this service here now. Press Help or ask at the guide desk.</translation>
    </message>
    <message>
        <source>这个事项目前不在本大厅办理，没有占用号码。请按“人工帮助”或到导办台咨询。</source>
        <translation>This service is not offered here at present; no number was used up. Press &quot;Help&quot; or ask at the guide desk.</translation>
    </message>
    <message>
        <source>这个预约不能再签到</source>
        <translation>This appointment is over</translation>
    </message>
    <message>
        <source>迟到超过规定时间，视同放弃预约。可以取普通号，按顺序办理。</source>
        <translation type="unfinished">Being later than allowed counts as giving it up. You may take an ordinary number and wait in turn.</translation>
    </message>
    <message>
        <source>预约已签到、取消或失效，没有重复取号。可以取普通号，或到导办台咨询。</source>
        <translation>It was used, cancelled or given up; no second number was taken. You may take an ordinary number, or ask at the guide desk.</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>不能补打：号码已失效或系统连接不上</source>
        <translation>Cannot print again: number no longer valid, or system away</translation>
    </message>
    <message>
        <source>口令不正确</source>
        <translation>Wrong PIN</translation>
    </message>
    <message>
        <source>多次输入错误，请 {seconds} 秒后再试</source>
        <translation>Too many attempts, try again in {seconds} s</translation>
    </message>
    <message>
        <source>工作人员菜单</source>
        <translation>Staff menu</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已记录换纸</source>
        <translation>The new roll is on record</translation>
    </message>
    <message>
        <source>本机今天没有可补打的号票</source>
        <translation>No ticket of this kiosk today can be printed again</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>没有打印成功，请看设备状态</source>
        <translation>Not printed, see the devices</translation>
    </message>
    <message>
        <source>没有配置口令，菜单不能打开</source>
        <translation>No PIN is configured, the menu stays closed</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>系统暂时连接不上，请稍候再试</source>
        <translation>The system can&apos;t be reached now, please try again shortly</translation>
    </message>
    <message>
        <source>请输入口令</source>
        <translation>Enter the PIN</translation>
    </message>
</context>
<context>
    <name>StandingView</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>今天的号票</source>
        <translation>Tickets of today</translation>
    </message>
    <message>
        <source>叫号以广播和大屏为准，请留意。</source>
        <translation>Please watch the board and listen for your call.</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已办完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已挂起，号码保留</source>
        <translation>On hold, the number is kept</translation>
    </message>
    <message>
        <source>已过号</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>材料备齐后请到导办台或原窗口</source>
        <translation>With your papers complete, go to the guide desk or your window</translation>
    </message>
    <message>
        <source>正在 {window} 号窗口办理</source>
        <translation>Being served at window {window}</translation>
    </message>
    <message>
        <source>正在出票</source>
        <translation>Being printed</translation>
    </message>
    <message>
        <source>正在叫号，请到 {window} 号窗口</source>
        <translation>Being called: go to window {window}</translation>
    </message>
    <message>
        <source>窗口尚未开放，请留意叫号</source>
        <translation>Not open yet, wait for your call</translation>
    </message>
    <message>
        <source>等候中，前面 {count} 人</source>
        <translation>Waiting, {count} before you</translation>
    </message>
    <message>
        <source>请到 {zone} 区等候</source>
        <translation>Wait in zone {zone}</translation>
    </message>
    <message>
        <source>请到 {zone} 区等候，{numbers} 号窗口办理</source>
        <translation>Wait in zone {zone}, window {numbers}</translation>
    </message>
    <message>
        <source>请到导办台，由工作人员安排</source>
        <translation>Please go to the guide desk</translation>
    </message>
    <message>
        <source>需要办事请重新取号</source>
        <translation>Please take a new number</translation>
    </message>
    <message>
        <source>预计 {low}–{high} 分钟</source>
        <translation>About {low}–{high} minutes</translation>
    </message>
    <message>
        <source>预计不到 5 分钟</source>
        <translation>Less than 5 minutes</translation>
    </message>
</context>
<context>
    <name>TagsView</name>
    <message>
        <source>{words}，已选中</source>
        <translation>{words}, chosen</translation>
    </message>
    <message>
        <source>✓ 请打电话给我，我口头说</source>
        <translation>✓ Please call me, I will tell you</translation>
    </message>
    <message>
        <source>为什么没有办成？</source>
        <translation>Why did it not work?</translation>
    </message>
    <message>
        <source>发生了什么？</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>可以选几个，按一下选中，再按一下取消</source>
        <translation>Choose one or more; press again to undo</translation>
    </message>
    <message>
        <source>哪里做得好？</source>
        <translation>What was good?</translation>
    </message>
    <message>
        <source>希望改进哪里？</source>
        <translation>What should be better?</translation>
    </message>
    <message>
        <source>请打电话给我，我口头说</source>
        <translation>Please call me, I will tell you</translation>
    </message>
    <message>
        <source>选好了</source>
        <translation>That is all</translation>
    </message>
</context>
<context>
    <name>TicketView</name>
    <message>
        <source>{count} 人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{seconds} 秒内没有回答，号码将作废</source>
        <translation>Without an answer the number becomes void in {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} 秒内没有按“记住了”，号码将作废</source>
        <translation>Confirm within {seconds} s, or it becomes void</translation>
    </message>
    <message>
        <source>{seconds} 秒后返回首页</source>
        <translation>Back to the start in {seconds} s</translation>
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
        <source>不要这个号</source>
        <translation>Give it up</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>前面等候</source>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>办事人</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>取号成功，请记住号码</source>
        <translation>Done. Please remember your number</translation>
    </message>
    <message>
        <source>可用手机拍下二维码，到窗口出示</source>
        <translation>Take a photo and show it at the window</translation>
    </message>
    <message>
        <source>号票没有打出来，以屏幕上的号码为准，按“记住了”后生效。</source>
        <translation>No ticket came out: the number on the screen counts once you confirm it.</translation>
    </message>
    <message>
        <source>否，没有</source>
        <translation>No, it has not</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已通知导办台</source>
        <translation>The guide desk was called</translation>
    </message>
    <message>
        <source>已通知导办台，请在这里稍等。看到号票，请按“是”。</source>
        <translation>The guide desk was called, please wait here. If you see your ticket, press &quot;Yes&quot;.</translation>
    </message>
    <message>
        <source>已通知导办台，请在这里稍等。请先按“记住了”，号码才会生效。</source>
        <translation>The guide desk was called, please wait here. Confirm the number first: only then it counts.</translation>
    </message>
    <message>
        <source>怎么走</source>
        <translation>Show the way</translation>
    </message>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>打印机卡纸，号票没有打出来。号码已取好，按“记住了”后生效。</source>
        <translation>Paper is jammed: no ticket came out. Your number is ready and counts once you confirm it.</translation>
    </message>
    <message>
        <source>打印机故障，号票没有打出来。号码已取好，按“记住了”后生效。</source>
        <translation>The printer has a fault, no ticket came out. Your number counts once you confirm it.</translation>
    </message>
    <message>
        <source>打印机机盖打开，号票没有打出来。号码已取好，按“记住了”后生效。</source>
        <translation>The printer cover is open, no ticket came out. Your number counts once you confirm it.</translation>
    </message>
    <message>
        <source>打印机没有说号票打完了没有。出来了请取走，按“是”；没有就按“否”，号码留在屏幕上。</source>
        <translation>The printer did not say whether it finished. If your ticket is there, take it and press &quot;Yes&quot;; if not, press &quot;No&quot; and the number stays on the screen.</translation>
    </message>
    <message>
        <source>打印机没有连上，号票没有打出来。号码已取好，按“记住了”后生效。</source>
        <translation>The printer is not connected, no ticket came out. Your number counts once you confirm it.</translation>
    </message>
    <message>
        <source>打印机缺纸，号票没有打出来。号码已取好，按“记住了”后生效。</source>
        <translation>The printer is out of paper, no ticket came out. Your number counts once you confirm it.</translation>
    </message>
    <message>
        <source>是，出来了</source>
        <translation>Yes, it has</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>窗口尚未开放，请留意叫号</source>
        <translation>Not open yet, wait for your call</translation>
    </message>
    <message>
        <source>系统暂时连接不上，号码还没有登记，请稍候再按“记住了”。</source>
        <translation>The system is reconnecting, the number is not registered yet. Please confirm again in a moment.</translation>
    </message>
    <message>
        <source>约 {low}–{high} 分钟</source>
        <translation>about {low}–{high} min</translation>
    </message>
    <message>
        <source>记住了</source>
        <translation>I remember it</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>请到 {zone} 区等候
{numbers} 号窗口办理</source>
        <translation>Wait in zone {zone}
Windows {numbers}</translation>
    </message>
    <message>
        <source>请到 {zone} 区等候，留意叫号</source>
        <translation>Please wait in zone {zone}</translation>
    </message>
    <message>
        <source>请取走号票</source>
        <translation>Please take your ticket</translation>
    </message>
    <message>
        <source>请看一下，号票出来了吗？</source>
        <translation>Please look: has your ticket come out?</translation>
    </message>
    <message>
        <source>请记住号码，再按“记住了”</source>
        <translation>Remember it, then confirm</translation>
    </message>
    <message>
        <source>预计等候</source>
        <translation>Wait</translation>
    </message>
</context>
<context>
    <name>WaitView</name>
    <message>
        <source>正在为您准备，马上就好，不用再按。</source>
        <translation>Getting ready for you. Your choice opens by itself in a moment – no need to press again.</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>One moment, please</translation>
    </message>
</context>
<context>
    <name>WindowChoiceView</name>
    <message>
        <source>{window} 号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>是几号窗口？</source>
        <translation>Which window?</translation>
    </message>
</context>
<context>
    <name>ZoneList</name>
    <message>
        <source>{zone}区&#x3000;等候 {waiting} 人&#x3000;不到 5 分钟</source>
        <translation>Zone {zone}: {waiting} waiting, under 5 min</translation>
    </message>
    <message>
        <source>{zone}区&#x3000;等候 {waiting} 人&#x3000;窗口未开放</source>
        <translation>Zone {zone}: {waiting} waiting, windows closed</translation>
    </message>
    <message>
        <source>{zone}区&#x3000;等候 {waiting} 人&#x3000;约 {low}–{high} 分钟</source>
        <translation>Zone {zone}: {waiting} waiting, about {low}–{high} min</translation>
    </message>
</context>
</TS>
