<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ActionWords</name>
    <message>
        <source>不按顺序叫选中的号票，须填原因（N）</source>
        <translation>Call the selected ticket out of turn; needs a reason (N)</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废当前号票或选中的号票（Delete）</source>
        <translation>Void the current or the selected ticket (Delete)</translation>
    </message>
    <message>
        <source>先放一放，群众补充材料（H）</source>
        <translation>Put aside while the visitor fetches papers (H)</translation>
    </message>
    <message>
        <source>再呼叫一次（R）</source>
        <translation>Call once more (R)</translation>
    </message>
    <message>
        <source>办完，请群众评价（F）</source>
        <translation>Done; ask for a rating (F)</translation>
    </message>
    <message>
        <source>叫下一位</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>呼叫够次数仍无人应答（M）</source>
        <translation>Nobody came after the required calls (M)</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>恢复服务</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>按规则叫下一位（空格）</source>
        <translation>Call the next ticket by the hall&apos;s rules (Space)</translation>
    </message>
    <message>
        <source>按错了过号，让号票回到本窗口（U）</source>
        <translation>Pressed by mistake: bring the ticket back (U)</translation>
    </message>
    <message>
        <source>撤销过号</source>
        <translation>Undo no-show</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>点名叫号</source>
        <translation>Call selected</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>空格 叫下一位&#x3000;Enter 下一步&#x3000;F2 队列&#x3000;F3 挂起与过号&#x3000;C 拍摄&#x3000;P 暂停服务&#x3000;F8 叫号条</source>
        <translation>Space Call next   Enter Next step   F2 Queue   F3 Held   C Capture   P Pause   F8 Call bar</translation>
    </message>
    <message>
        <source>结束暂停，继续服务（P）</source>
        <translation>End the pause and serve (P)</translation>
    </message>
    <message>
        <source>群众已到窗口，开始办理（Enter）</source>
        <translation>The visitor is here: start (Enter)</translation>
    </message>
    <message>
        <source>让选中的挂起或过号号票回到队列（G）</source>
        <translation>Selected held or missed ticket back to the queue (G)</translation>
    </message>
    <message>
        <source>请导办台来人（F1）</source>
        <translation>Ask the guide desk to come (F1)</translation>
    </message>
    <message>
        <source>转到其他窗口，号码和顺序不变（T）</source>
        <translation>To another window, number and place stay (T)</translation>
    </message>
    <message>
        <source>转窗</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
</context>
<context>
    <name>BookingLists</name>
    <message>
        <source>{day} 不办公，没有可约时段。</source>
        <translation>{day}: the hall is closed, no slots.</translation>
    </message>
    <message>
        <source>{item}&#x3000;{day}</source>
        <translation>{item}&#x3000;{day}</translation>
    </message>
    <message>
        <source>&#x3000;窗口预约最早可约 {first}</source>
        <translation>&#x3000;first day for window bookings: {first}</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>今天没有预约。</source>
        <translation>No bookings today.</translation>
    </message>
    <message>
        <source>今日全部</source>
        <translation>All of today</translation>
    </message>
    <message>
        <source>今日预约 {count}</source>
        <translation>Today {count}</translation>
    </message>
    <message>
        <source>共 {count} 个事项，请继续输入以缩小范围。</source>
        <translation>{count} items; type more to narrow them down.</translation>
    </message>
    <message>
        <source>前一天</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>办事人</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>取消预约</source>
        <translation>Cancel booking</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>已满</source>
        <translation>full</translation>
    </message>
    <message>
        <source>已签到</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>已预约</source>
        <translation>booked</translation>
    </message>
    <message>
        <source>待到岗 {count}</source>
        <translation>Be ready {count}</translation>
    </message>
    <message>
        <source>接待人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>接待人员应在预约时间前到岗准备。</source>
        <translation>The clerk should be at the window, ready, before the slot begins.</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找结果 {count}</source>
        <translation>Found {count}</translation>
    </message>
    <message>
        <source>没有找到事项。请改用名称中的字或拼音首字母，也可输入部门名称。</source>
        <translation>No item found. Try part of its name, its initials or the department.</translation>
    </message>
    <message>
        <source>没有找到预约，请核对手机号、证件号码或预约码。</source>
        <translation>No booking found; please check the phone, ID number or code.</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>看时段</source>
        <translation>Show slots</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>window</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>online</translation>
    </message>
    <message>
        <source>视同放弃</source>
        <translation>forfeited</translation>
    </message>
    <message>
        <source>请先选事项（按 1）。</source>
        <translation>Please choose an item first (1).</translation>
    </message>
    <message>
        <source>近期没有即将开始的预约。</source>
        <translation>No bookings begin soon.</translation>
    </message>
    <message>
        <source>选事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>选日期</source>
        <translation>Choose day</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>预约答复</source>
        <translation>Reply</translation>
    </message>
</context>
<context>
    <name>BookingModel</name>
    <message>
        <source>{count} 个预约即将开始，请接待人员到岗</source>
        <translation>{count} begin soon: clerks, please be ready</translation>
    </message>
    <message>
        <source>{time} 有预约：{item}（{holder}），请到岗准备。</source>
        <translation>{time} appointment: {item} ({holder}). Please be ready.</translation>
    </message>
    <message>
        <source>今日 {day}</source>
        <translation>Today {day}</translation>
    </message>
    <message>
        <source>办事人姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消预约</source>
        <translation>Cancel the booking</translation>
    </message>
    <message>
        <source>取消预约需要填写原因。</source>
        <translation>Cancelling needs a reason.</translation>
    </message>
    <message>
        <source>已预约，请把答复交给申请人。</source>
        <translation>Booked. Please give the reply to the applicant.</translation>
    </message>
    <message>
        <source>手机号、身份证号码或预约码</source>
        <translation>Mobile number, ID number or code</translation>
    </message>
    <message>
        <source>手机号应为 11 位数字，请核对。</source>
        <translation>A mobile number has 11 digits; please check.</translation>
    </message>
    <message>
        <source>手机号（收短信答复）</source>
        <translation>Mobile number (for the SMS)</translation>
    </message>
    <message>
        <source>指定接待人员工号（可不填）</source>
        <translation>Clerk&apos;s number (optional)</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-10 的样子。</source>
        <translation>Write the day like 2025-03-10.</translation>
    </message>
    <message>
        <source>查找预约</source>
        <translation>Find a booking</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>请填写办事人姓名。</source>
        <translation>Please fill in the name.</translation>
    </message>
    <message>
        <source>请填写手机号或身份证号码，签到时凭它查找预约。</source>
        <translation>Please fill in a mobile or ID number: the booking is found by it at check-in.</translation>
    </message>
    <message>
        <source>身份证号码的校验码不符，请核对证件。</source>
        <translation>The check digit of the ID number is wrong; please compare with the card.</translation>
    </message>
    <message>
        <source>身份证号码（可不填）</source>
        <translation>ID number (optional)</translation>
    </message>
    <message>
        <source>选日期</source>
        <translation>Choose a day</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>预约 {day} {time}&#x3000;{item}</source>
        <translation>Book {day} {time}&#x3000;{item}</translation>
    </message>
    <message>
        <source>预约已取消，名额已退回。</source>
        <translation>Cancelled; the place is free again.</translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message>
        <source>预约</source>
        <translation>Bookings</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>{count} 台设备需要处理</source>
        <translation>{count} devices need a hand</translation>
    </message>
    <message>
        <source>{device}：{state}</source>
        <translation>{device}: {state}</translation>
    </message>
    <message>
        <source>{label} 已评价</source>
        <translation>{label} rated</translation>
    </message>
    <message>
        <source>{label} 未评价</source>
        <translation>{label} not rated</translation>
    </message>
    <message>
        <source>{label} 正在请群众评价，可以直接叫下一位</source>
        <translation>{label} is being rated; you may call the next</translation>
    </message>
    <message>
        <source>{label} 群众选择不评价</source>
        <translation>{label} chose not to rate</translation>
    </message>
    <message>
        <source>{label} 评价器不可用，未能请群众评价</source>
        <translation>{label} could not be asked, no rating pad</translation>
    </message>
    <message>
        <source>叫号条 F8</source>
        <translation>Call bar F8</translation>
    </message>
    <message>
        <source>暂停服务 P</source>
        <translation>Pause P</translation>
    </message>
    <message>
        <source>求助 F1</source>
        <translation>Help F1</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>设备 F9</source>
        <translation>Devices F9</translation>
    </message>
    <message>
        <source>设备 {count} F9</source>
        <translation>Devices {count} F9</translation>
    </message>
    <message>
        <source>设备健康</source>
        <translation>Device health</translation>
    </message>
    <message>
        <source>（已存本机，待数据库恢复后写入）</source>
        <translation> (kept here until the database is back)</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>叫号条</source>
        <translation>Call bar</translation>
    </message>
    <message>
        <source>展开 F8</source>
        <translation>Expand F8</translation>
    </message>
    <message>
        <source>已叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>等候 {count} 人</source>
        <translation>{count} waiting</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>{label} 的材料（{count} 页）</source>
        <translation>Pages of {label} ({count})</translation>
    </message>
    <message>
        <source>原图</source>
        <translation>original</translation>
    </message>
    <message>
        <source>叫号后可以拍摄材料，拍下的页归入该号票。</source>
        <translation>Pages can be taken once a ticket is called; they go to that ticket.</translation>
    </message>
    <message>
        <source>已存</source>
        <translation>saved</translation>
    </message>
    <message>
        <source>待存</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>拍摄</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>拍摄一页材料（C）</source>
        <translation>Photograph a page (C)</translation>
    </message>
    <message>
        <source>本机未配置高拍仪</source>
        <translation>No document camera at this station</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>正在连接高拍仪</source>
        <translation>Connecting to the document camera</translation>
    </message>
    <message>
        <source>第 {number} 页 {state}</source>
        <translation>Page {number}, {state}</translation>
    </message>
    <message>
        <source>请把材料放在高拍仪下</source>
        <translation>Lay the page under the camera</translation>
    </message>
    <message>
        <source>高拍仪故障，请联系管理员。
已拍的页不受影响。</source>
        <translation>Document camera faulty, please call the administrator.
Pages taken are safe.</translation>
    </message>
    <message>
        <source>高拍仪未连接，正在自动重连。
请检查电源和数据线，已拍的页不受影响。</source>
        <translation>Document camera not connected, reconnecting.
Check power and cable; pages taken are safe.</translation>
    </message>
</context>
<context>
    <name>CameraViewModel</name>
    <message>
        <source>已保存原图{codes}。未能确定纸张边缘，没有裁切，请看一眼是否需要重拍。</source>
        <translation>Original saved{codes}. The page&apos;s edges were not certain, so nothing was cropped; please check whether to take it again.</translation>
    </message>
    <message>
        <source>已裁正并保存{dpi}{codes}</source>
        <translation>Straightened and saved{dpi}{codes}</translation>
    </message>
    <message>
        <source>正在拍摄，请保持不动</source>
        <translation>Taking the picture, hold still</translation>
    </message>
    <message>
        <source>这一页没有拍到：{reason}已拍的 {count} 页都已保存。</source>
        <translation>This page was not taken: {reason} All {count} pages taken before are saved.</translation>
    </message>
    <message>
        <source>，约 {dpi} dpi</source>
        <translation>, about {dpi} dpi</translation>
    </message>
    <message>
        <source>，读到 {count} 个条码</source>
        <translation>, {count} codes read</translation>
    </message>
</context>
<context>
    <name>Chiefs</name>
    <message>
        <source>{name}（临时代表）</source>
        <translation>{name} (stand-in)</translation>
    </message>
    <message>
        <source>临时代表</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>任职</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>任职日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>保管</source>
        <translation>Keeps it</translation>
    </message>
    <message>
        <source>保管审批专用章</source>
        <translation>Keeps the approval seal</translation>
    </message>
    <message>
        <source>审批专用章</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>From</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>授权范围</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>现由谁行使</source>
        <translation>Acting</translation>
    </message>
    <message>
        <source>登记临时代表</source>
        <translation>Name a stand-in</translation>
    </message>
    <message>
        <source>登记首席代表</source>
        <translation>Appoint</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>还没有登记首席代表。</source>
        <translation>No chief representatives yet.</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>首席代表</source>
        <translation>Chiefs</translation>
    </message>
    <message>
        <source>首席代表离岗期间由临时代表行使审批权、保管印章，请假条也由临时代表签。</source>
        <translation>While the chief is away the stand-in decides, keeps the seal and signs the leave slips.</translation>
    </message>
</context>
<context>
    <name>CitizenView</name>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>不评价</source>
        <translation>Rather not rate</translation>
    </message>
    <message>
        <source>去向：{place}</source>
        <translation>At: {place}</translation>
    </message>
    <message>
        <source>咨询电话 {phone}</source>
        <translation>Enquiries {phone}</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>工号 {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>您的意见已经收到</source>
        <translation>Your answer was received</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Window paused</translation>
    </message>
    <message>
        <source>欢迎您</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>正在为您办理</source>
        <translation>We are working on your matter</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>请入座，并出示号票和证件</source>
        <translation>Please take a seat and show ticket and ID</translation>
    </message>
    <message>
        <source>请在评价器上按键评价，也可以选择不评价</source>
        <translation>Please press a key on the pad; you may also choose not to rate</translation>
    </message>
    <message>
        <source>请对本次服务作出评价</source>
        <translation>Please rate this service</translation>
    </message>
    <message>
        <source>请留意叫号，按号办理</source>
        <translation>Please wait for your number to be called</translation>
    </message>
    <message>
        <source>请评价</source>
        <translation>Please rate</translation>
    </message>
    <message>
        <source>谢谢您</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very poor</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>预计 {time} 返回</source>
        <translation>Back at about {time}</translation>
    </message>
</context>
<context>
    <name>ComplaintForms</name>
    <message>
        <source>不清楚</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>今天的号码（如 A023）</source>
        <translation>Number of today (such as A023)</translation>
    </message>
    <message>
        <source>反映人不满意的原因</source>
        <translation>Why the person is not content</translation>
    </message>
    <message>
        <source>反映人姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>反映人的意见（可不填）</source>
        <translation>What the person said (optional)</translation>
    </message>
    <message>
        <source>反映内容</source>
        <translation>In their words</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Tell the person</translation>
    </message>
    <message>
        <source>反馈方式</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>反馈：{name} {phone}</source>
        <translation>Tell {name} {phone}</translation>
    </message>
    <message>
        <source>受理登记</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>没有可交办的人员：被反映人和其部门负责人须回避。</source>
        <translation>Nobody can be charged: whom it concerns and the head of their department keep out.</translation>
    </message>
    <message>
        <source>移交原因</source>
        <translation>Reason for handing over</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口请只写号码，例如 3。</source>
        <translation>Please write the window&apos;s number only, such as 3.</translation>
    </message>
    <message>
        <source>答复意见（反映人可以查到）</source>
        <translation>Answer (the person can read it)</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>要求电话沟通</source>
        <translation>Wants to be called</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>Please fill in “{field}”.</translation>
    </message>
    <message>
        <source>调查情况</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>身份证号码的校验码不符，请核对证件。</source>
        <translation>The check digit of the ID number is wrong; please compare with the card.</translation>
    </message>
    <message>
        <source>身份证号码（可不填）</source>
        <translation>ID number (optional)</translation>
    </message>
</context>
<context>
    <name>ComplaintLists</name>
    <message>
        <source>{count} 件已超期，请先处理。</source>
        <translation>{count} overdue, please see to them first.</translation>
    </message>
    <message>
        <source>{number} {kind}：{what}</source>
        <translation>{number} {kind}: {what}</translation>
    </message>
    <message>
        <source>{way}：{words}</source>
        <translation>{way}: {words}</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>今天还没有登记。</source>
        <translation>Nothing was taken down today.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>匿名</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>反映人</source>
        <translation>From</translation>
    </message>
    <message>
        <source>反映对象</source>
        <translation>About</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Tell the person</translation>
    </message>
    <message>
        <source>反馈 {count}</source>
        <translation>Tell {count}</translation>
    </message>
    <message>
        <source>受理登记</source>
        <translation>Taken down</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Receipt no.</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>待交办 {count}</source>
        <translation>To assign {count}</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>承办人：{name}</source>
        <translation>In charge: {name}</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>查看经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>没有待办的投诉。</source>
        <translation>No open complaints.</translation>
    </message>
    <message>
        <source>涉及本人、本人窗口或本部门的件不会出现在这里；办不成事和吃拿卡要由纪检办理。</source>
        <translation>What concerns you, your window or your department is not shown here; unresolved matters and misconduct go to discipline inspection.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>登记后请把受理编号告诉反映人。反映本窗口或本人的，请转导办台登记。</source>
        <translation>Tell the person the receipt number. Complaints about this window or yourself are taken down by the guide desk.</translation>
    </message>
    <message>
        <source>移交纪检</source>
        <translation>To discipline</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>联系不上</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>记录调查</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>请先选择一件，按“查看经过”。</source>
        <translation>Choose one and press History.</translation>
    </message>
    <message>
        <source>调查 {count}</source>
        <translation>Investigate {count}</translation>
    </message>
    <message>
        <source>近一个月没有办结的投诉。</source>
        <translation>Nothing was closed in the last month.</translation>
    </message>
    <message>
        <source>重新调查</source>
        <translation>Reopen</translation>
    </message>
</context>
<context>
    <name>ComplaintWords</name>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不予办理无理由</source>
        <translation>Refused without reason</translation>
    </message>
    <message>
        <source>业务熟练</source>
        <translation>Knows the work</translation>
    </message>
    <message>
        <source>书面</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>互相推诿</source>
        <translation>Sent around</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>办不成事</source>
        <translation>Unresolved matter</translation>
    </message>
    <message>
        <source>办事流程</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>办得快</source>
        <translation>Quick</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Tell the person</translation>
    </message>
    <message>
        <source>吃拿卡要</source>
        <translation>Misconduct</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>已超期 {day}</source>
        <translation>Overdue {day}</translation>
    </message>
    <message>
        <source>帮助有困难的人</source>
        <translation>Helped those in need</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>待交办</source>
        <translation>To assign</translation>
    </message>
    <message>
        <source>待反馈</source>
        <translation>To be told</translation>
    </message>
    <message>
        <source>待调查</source>
        <translation>To investigate</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>指引标识</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>收费问题</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>服务态度</source>
        <translation>Manner</translation>
    </message>
    <message>
        <source>未一次性告知</source>
        <translation>Not told at once</translation>
    </message>
    <message>
        <source>本人（自助机）</source>
        <translation>The person (kiosk)</translation>
    </message>
    <message>
        <source>环境设施</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>移交纪检</source>
        <translation>To discipline</translation>
    </message>
    <message>
        <source>窗口没有人</source>
        <translation>Nobody at the window</translation>
    </message>
    <message>
        <source>等候时间长</source>
        <translation>Long wait</translation>
    </message>
    <message>
        <source>答复意见</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>系统故障</source>
        <translation>System down</translation>
    </message>
    <message>
        <source>耐心热情</source>
        <translation>Patient and kind</translation>
    </message>
    <message>
        <source>联系不上</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>要求电话沟通</source>
        <translation>Wants to be called</translation>
    </message>
    <message>
        <source>证明开不出来</source>
        <translation>Paper nobody issues</translation>
    </message>
    <message>
        <source>调查</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>调查中</source>
        <translation>Investigating</translation>
    </message>
    <message>
        <source>超过承诺时限</source>
        <translation>Promised time exceeded</translation>
    </message>
    <message>
        <source>重新调查</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>ComplaintsModel</name>
    <message>
        <source>已交办。</source>
        <translation>Assigned.</translation>
    </message>
    <message>
        <source>已办结。</source>
        <translation>Closed.</translation>
    </message>
    <message>
        <source>已登记反馈。</source>
        <translation>Noted that the person was told.</translation>
    </message>
    <message>
        <source>已登记联系不上。</source>
        <translation>Noted that the person was not reached.</translation>
    </message>
    <message>
        <source>已登记，受理编号 {number}，请告诉反映人。</source>
        <translation>Taken down, receipt number {number}; please tell the person.</translation>
    </message>
    <message>
        <source>已移交纪检。</source>
        <translation>Handed over to discipline inspection.</translation>
    </message>
    <message>
        <source>已记录调查情况。</source>
        <translation>Findings noted.</translation>
    </message>
    <message>
        <source>已重新调查。</source>
        <translation>Reopened.</translation>
    </message>
    <message>
        <source>待办 {count} 件</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>投诉处理</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>答复意见已登记，请在期限内反馈反映人。</source>
        <translation>Answer noted; please tell the person within the limit.</translation>
    </message>
    <message>
        <source>超期 {count} 件</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>ComplaintsView</name>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>窗口工作站</source>
        <translation>Counter station</translation>
    </message>
</context>
<context>
    <name>DispatchForms</name>
    <message>
        <source>临时窗口</source>
        <translation>Temporary</translation>
    </message>
    <message>
        <source>依据（文号）</source>
        <translation>Rests on (document)</translation>
    </message>
    <message>
        <source>办理事项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>受托综合窗口</source>
        <translation>Window that serves them</translation>
    </message>
    <message>
        <source>委托事项（同一部门）</source>
        <translation>Items (of one department)</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>撤销 {window} 号窗口</source>
        <translation>Take window {window} away</translation>
    </message>
    <message>
        <source>撤销委托</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-03 的样子。</source>
        <translation>Write days like 2025-03-03.</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-03，时间请写成 14:30。</source>
        <translation>Write days like 2025-03-03 and times like 14:30.</translation>
    </message>
    <message>
        <source>登记委托</source>
        <translation>Delegate</translation>
    </message>
    <message>
        <source>窗口名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>窗口类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>窗口编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>窗口编号请填写数字。</source>
        <translation>The number of the window must be digits.</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>结束时间应晚于现在。</source>
        <translation>The end must lie ahead.</translation>
    </message>
    <message>
        <source>设立临时窗口</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>Please fill in “{field}”.</translation>
    </message>
    <message>
        <source>调整 {window} 号窗口的结束时间</source>
        <translation>New end of window {window}</translation>
    </message>
</context>
<context>
    <name>DispatchLists</name>
    <message>
        <source>{before} → {after} 分</source>
        <translation>{before} → {after} min</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 张</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{minutes} 分</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{names}等 {count} 项</source>
        <translation>{names} … {count} in all</translation>
    </message>
    <message>
        <source>{what}。{effect}</source>
        <translation>{what}. {effect}</translation>
    </message>
    <message>
        <source>{window}号 {name}</source>
        <translation>{window} {name}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>{window}号窗口增加事项</source>
        <translation>Window {window}: more items</translation>
    </message>
    <message>
        <source>{window}号窗口改办事项</source>
        <translation>Window {window}: other items</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>临时窗口</source>
        <translation>Temporary</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天还没有处理过的调整建议。</source>
        <translation>No suggestion was decided today.</translation>
    </message>
    <message>
        <source>今日办件</source>
        <translation>Served today</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Rests on</translation>
    </message>
    <message>
        <source>值守</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>偏差</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>决定人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>到期自动关闭；正在办理的群众办完为止，未叫到的号转由其他窗口呼叫。</source>
        <translation>It closes itself at its end; who is served is served to the end, other windows call the rest.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>受托窗口</source>
        <translation>Served at</translation>
    </message>
    <message>
        <source>可叫等候</source>
        <translation>May call</translation>
    </message>
    <message>
        <source>号票</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>委托</source>
        <translation>Delegations</translation>
    </message>
    <message>
        <source>委托部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>实测</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>实测为采纳后所叫群众中九成人的等候时间。</source>
        <translation>Measured: what nine in ten of those called since waited at most.</translation>
    </message>
    <message>
        <source>实际平均等候</source>
        <translation>Mean wait</translation>
    </message>
    <message>
        <source>已到期</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>已评估</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>已采纳</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>平均时长</source>
        <translation>Mean time</translation>
    </message>
    <message>
        <source>平均误差</source>
        <translation>Mean error</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>建议{window}号窗口增加办理：{items}</source>
        <translation>Let window {window} also serve: {items}</translation>
    </message>
    <message>
        <source>建议{window}号窗口改办：{items}</source>
        <translation>Let window {window} serve only: {items}</translation>
    </message>
    <message>
        <source>建议与成效</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>建议开放{window}号窗口</source>
        <translation>Open window {window}</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>开放{window}号窗口</source>
        <translation>Open window {window}</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>撤销委托</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>At</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>未开放</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>未采纳</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>正在服务</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>没有临时窗口。</source>
        <translation>No temporary windows.</translation>
    </message>
    <message>
        <source>没有委托记录。</source>
        <translation>No delegations.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>登记委托</source>
        <translation>Delegate</translation>
    </message>
    <message>
        <source>目前各窗口负荷合适，没有值得调整的建议。</source>
        <translation>The load is balanced: no change is worth it now.</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口负荷</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>约 {minutes} 分</source>
        <translation>about {minutes} min</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>落在所告知范围内</source>
        <translation>In the told range</translation>
    </message>
    <message>
        <source>设立临时窗口</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>评估成效</source>
        <translation>Measure the effect</translation>
    </message>
    <message>
        <source>误差：告知与实际等候相差的分钟数。偏差为正表示告知偏长，为负表示偏短。</source>
        <translation>Error: minutes between told and real waits. A positive bias: too long was told; negative: too short.</translation>
    </message>
    <message>
        <source>调整结束时间</source>
        <translation>Change the end</translation>
    </message>
    <message>
        <source>负荷</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>近 28 天</source>
        <translation>28 days</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>还没有数据。</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>还没有设置窗口。</source>
        <translation>No windows are set up.</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>重新计算</source>
        <translation>Compute anew</translation>
    </message>
    <message>
        <source>预计</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>预计九成群众的等候由约 {before} 分钟降到约 {after} 分钟以内。</source>
        <translation>Nine in ten are expected to wait under {after} instead of {before} minutes.</translation>
    </message>
    <message>
        <source>预计准确度</source>
        <translation>Estimates</translation>
    </message>
</context>
<context>
    <name>DispatchModel</name>
    <message>
        <source>临时窗口已设立，人员签到后开始服务，到期自动关闭。</source>
        <translation>Set up: it serves once somebody signs in, and closes itself at its end.</translation>
    </message>
    <message>
        <source>委托已撤销。</source>
        <translation>Revoked.</translation>
    </message>
    <message>
        <source>委托已登记，在期限内生效。</source>
        <translation>The delegation holds from its first to its last day.</translation>
    </message>
    <message>
        <source>已登记不采纳。</source>
        <translation>Declined.</translation>
    </message>
    <message>
        <source>已采纳，窗口事项已调整，稍后可评估成效。</source>
        <translation>Accepted; the window&apos;s items were changed. Its effect can be measured later.</translation>
    </message>
    <message>
        <source>已采纳，请安排人员到 {window} 号窗口签到。</source>
        <translation>Accepted. Send somebody to sign in at window {window}.</translation>
    </message>
    <message>
        <source>已重新计算。</source>
        <translation>Computed anew.</translation>
    </message>
    <message>
        <source>数据时间 {time}</source>
        <translation>As of {time}</translation>
    </message>
    <message>
        <source>暂无调整建议</source>
        <translation>No suggestion</translation>
    </message>
    <message>
        <source>有 1 条调整建议</source>
        <translation>1 suggestion</translation>
    </message>
    <message>
        <source>窗口已撤销。</source>
        <translation>The window was taken away.</translation>
    </message>
    <message>
        <source>结束时间已调整。</source>
        <translation>The end was changed.</translation>
    </message>
    <message>
        <source>调度</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>采纳前预计 {before} 分钟，预计降到 {after} 分钟，实测 {measured} 分钟。</source>
        <translation>Expected {before} min without, {after} min with the change; measured {measured} min.</translation>
    </message>
    <message>
        <source>采纳后呼叫的群众还不足 5 人，请稍后再评估。</source>
        <translation>Fewer than 5 were called since; measure again later.</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Accept</translation>
    </message>
</context>
<context>
    <name>DispatchView</name>
    <message>
        <source>调度</source>
        <translation>Dispatch</translation>
    </message>
</context>
<context>
    <name>DutyForms</name>
    <message>
        <source>不合格</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>不批准的原因</source>
        <translation>Why it is refused</translation>
    </message>
    <message>
        <source>不批准请假</source>
        <translation>Refuse the leave</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>公休假</source>
        <translation>Annual leave</translation>
    </message>
    <message>
        <source>到岗日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>培训日期</source>
        <translation>Day of training</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>From</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-03 的样子。</source>
        <translation>Write days like 2025-03-03.</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-03，时间请写成 14:30。</source>
        <translation>Write days like 2025-03-03 and times like 14:30.</translation>
    </message>
    <message>
        <source>登记岗前培训</source>
        <translation>Record a training</translation>
    </message>
    <message>
        <source>登记派驻</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>登记离岗</source>
        <translation>End</translation>
    </message>
    <message>
        <source>离岗日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>结束时间应晚于开始时间。</source>
        <translation>The end must be later than the start.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>请假条</source>
        <translation>Leave slip</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>Please fill in “{field}”.</translation>
    </message>
    <message>
        <source>顶岗人员签到</source>
        <translation>Stand-in signs in</translation>
    </message>
</context>
<context>
    <name>DutyLists</name>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不合格</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>不批准</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>两年期满</source>
        <translation>Two years full</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>交给所选人员</source>
        <translation>Hand over to the chosen</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>今天没有空岗记录。</source>
        <translation>No vacant posts today.</translation>
    </message>
    <message>
        <source>今天还没有签到记录。</source>
        <translation>Nobody has signed in today.</translation>
    </message>
    <message>
        <source>今日考勤</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>仍无人在岗</source>
        <translation>Still vacant</translation>
    </message>
    <message>
        <source>先进后出：接岗人员先签到，再交接。交接后由接岗人员在本机签到继续办理。</source>
        <translation>The new one signs in before the old one goes. After the hand-over the new one signs in here and goes on.</translation>
    </message>
    <message>
        <source>到岗</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>填写请假条</source>
        <translation>Ask for leave</translation>
    </message>
    <message>
        <source>备案</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>岗前培训</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>已满两年，应轮岗</source>
        <translation>Two years full: rotate</translation>
    </message>
    <message>
        <source>已签</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>已签退</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>应提前 {minutes} 分钟到岗。</source>
        <translation>Staff are due {minutes} minutes early.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>待命</source>
        <translation>Standing by</translation>
    </message>
    <message>
        <source>待我审批</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>待我审批 {count}</source>
        <translation>To sign {count}</translation>
    </message>
    <message>
        <source>我的请假</source>
        <translation>My leave</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>换岗</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>更换窗口人员须先进后出：先登记接任人员到岗，再登记原人员离岗。</source>
        <translation>First assign the new one, then end the old one: no day without anybody.</translation>
    </message>
    <message>
        <source>未通过事项培训的人员不能在办理该事项的窗口上岗。</source>
        <translation>Who has not passed the training of an item can&apos;t open a window for it.</translation>
    </message>
    <message>
        <source>本年度节假日安排尚未载入，暂不判断迟到早退，请管理员导入节假日。</source>
        <translation>This year&apos;s holidays are not loaded, so lateness is not judged. An administrator has to import them.</translation>
    </message>
    <message>
        <source>本窗口现在无人签到。</source>
        <translation>Nobody is signed in at this window.</translation>
    </message>
    <message>
        <source>正在值守</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>没有培训记录。</source>
        <translation>No trainings.</translation>
    </message>
    <message>
        <source>没有派驻记录。</source>
        <translation>No assignments.</translation>
    </message>
    <message>
        <source>没有等待您审批的请假条。</source>
        <translation>No slip waits for your signature.</translation>
    </message>
    <message>
        <source>没有请假记录。</source>
        <translation>No leave slips.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>登记培训</source>
        <translation>Record a training</translation>
    </message>
    <message>
        <source>登记派驻</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>登记离岗</source>
        <translation>End</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>空岗</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>空岗 {count}</source>
        <translation>Vacant {count}</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>In</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>考核人</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>起止</source>
        <translation>From – to</translation>
    </message>
    <message>
        <source>轮岗</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>销假</source>
        <translation>I&apos;m back</translation>
    </message>
    <message>
        <source>顶岗人员签到</source>
        <translation>Stand-in signs in</translation>
    </message>
</context>
<context>
    <name>DutyModel</name>
    <message>
        <source>{count} 个窗口空岗</source>
        <translation>{count} windows vacant</translation>
    </message>
    <message>
        <source>{count} 张请假条待您审批</source>
        <translation>{count} slips to sign</translation>
    </message>
    <message>
        <source>{name}，{day}</source>
        <translation>{name}, {day}</translation>
    </message>
    <message>
        <source>已批准。</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>已登记不批准。</source>
        <translation>Refused.</translation>
    </message>
    <message>
        <source>已登记临时代表，期间由其代行职责。</source>
        <translation>The stand-in acts in that time.</translation>
    </message>
    <message>
        <source>已登记培训。</source>
        <translation>Training recorded.</translation>
    </message>
    <message>
        <source>已登记派驻。</source>
        <translation>Assigned.</translation>
    </message>
    <message>
        <source>已登记离岗。</source>
        <translation>Ended.</translation>
    </message>
    <message>
        <source>已登记离岗，返回后请销假。</source>
        <translation>Leave begun; press “I&apos;m back” on return.</translation>
    </message>
    <message>
        <source>已登记首席代表。</source>
        <translation>Appointed.</translation>
    </message>
    <message>
        <source>已销假。</source>
        <translation>Back on duty.</translation>
    </message>
    <message>
        <source>班务</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>窗口已交接。</source>
        <translation>The window was handed over.</translation>
    </message>
    <message>
        <source>请假条已提交，可在“我的请假”查看审批进度。</source>
        <translation>Sent. “My leave” shows who has signed.</translation>
    </message>
    <message>
        <source>请假条已撤回。</source>
        <translation>The slip was taken back.</translation>
    </message>
    <message>
        <source>请假条已登记，无需审批，离岗时请按“离岗”。</source>
        <translation>Recorded; nobody has to sign. Press “Leave” when you go.</translation>
    </message>
    <message>
        <source>顶岗人员已签到，可以交接。</source>
        <translation>The stand-in is signed in; you may hand over.</translation>
    </message>
</context>
<context>
    <name>DutyView</name>
    <message>
        <source>班务</source>
        <translation>Duty</translation>
    </message>
</context>
<context>
    <name>DutyWords</name>
    <message>
        <source>A岗</source>
        <translation>Post A</translation>
    </message>
    <message>
        <source>B岗</source>
        <translation>Post B</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不超过 30 分钟，无需审批。</source>
        <translation>Not over 30 minutes: nobody has to sign.</translation>
    </message>
    <message>
        <source>不足半天</source>
        <translation>Under half a day</translation>
    </message>
    <message>
        <source>中心主管副职</source>
        <translation>centre deputy</translation>
    </message>
    <message>
        <source>共 {days}，须经 {names} 审批。</source>
        <translation>{days}; to be signed by {names}.</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>已离岗</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>已销假</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>待{approver}审批</source>
        <translation>Waits for {approver}</translation>
    </message>
    <message>
        <source>待审批</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>批准后报督查股备案。</source>
        <translation> Filed with supervision once approved.</translation>
    </message>
    <message>
        <source>政务中心</source>
        <translation>service centre</translation>
    </message>
    <message>
        <source>早退</source>
        <translation>Left early</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>未签退</source>
        <translation>Not signed out</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>派驻单位主管领导</source>
        <translation>unit leader</translation>
    </message>
    <message>
        <source>离岗时无须顶岗人员。</source>
        <translation> No cover is needed.</translation>
    </message>
    <message>
        <source>缺勤</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>迟到</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>迟到 {minutes} 分钟</source>
        <translation>{minutes} min late</translation>
    </message>
    <message>
        <source>迟到并早退</source>
        <translation>Late, left early</translation>
    </message>
    <message>
        <source>顶岗人员已在本窗口签到，批准后即可离岗。</source>
        <translation> Cover is signed in; you may go once it is approved.</translation>
    </message>
    <message>
        <source>须先由顶岗人员在本窗口签到，方可离岗，否则视为脱岗。</source>
        <translation> Cover must sign in at the window before you go.</translation>
    </message>
    <message>
        <source>首席代表</source>
        <translation>chief representative</translation>
    </message>
</context>
<context>
    <name>FormDrawer</name>
    <message>
        <source>{minutes} 分钟后</source>
        <translation>+{minutes} min</translation>
    </message>
    <message>
        <source>{window}号窗口 {name}</source>
        <translation>Window {window} {name}</translation>
    </message>
    <message>
        <source>不按顺序叫号，原因会记入日志并可查询。</source>
        <translation>Called out of turn; the reason is recorded.</translation>
    </message>
    <message>
        <source>事项归口</source>
        <translation>Belongs there</translation>
    </message>
    <message>
        <source>作废后号码不再使用，原因会记入日志。</source>
        <translation>The number is never used again; the reason is recorded.</translation>
    </message>
    <message>
        <source>作废：{label}</source>
        <translation>Void {label}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>取错事项</source>
        <translation>Wrong matter</translation>
    </message>
    <message>
        <source>号码和先后顺序不变，群众不必重新取号。</source>
        <translation>Number and place stay; the visitor takes no new ticket.</translation>
    </message>
    <message>
        <source>复印材料</source>
        <translation>Copy papers</translation>
    </message>
    <message>
        <source>开会</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>挂起：{label}</source>
        <translation>Hold {label}</translation>
    </message>
    <message>
        <source>时限紧急</source>
        <translation>Urgent limit</translation>
    </message>
    <message>
        <source>暂停服务</source>
        <translation>Pause the window</translation>
    </message>
    <message>
        <source>暂离岗位</source>
        <translation>Away briefly</translation>
    </message>
    <message>
        <source>本窗口设备故障</source>
        <translation>Device fault here</translation>
    </message>
    <message>
        <source>点名叫号：{label}</source>
        <translation>Call {label} out of turn</translation>
    </message>
    <message>
        <source>确定 Enter</source>
        <translation>OK Enter</translation>
    </message>
    <message>
        <source>窗口屏和大厅屏会同时显示“暂停服务”、去向和预计返回时间。</source>
        <translation>Window screen and main board show the pause, where you are and when you are back.</translation>
    </message>
    <message>
        <source>等候同行人</source>
        <translation>Wait for companion</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Pay a fee</translation>
    </message>
    <message>
        <source>群众去补充、复印材料时使用；恢复后回到原来的顺序。</source>
        <translation>While the visitor fetches or copies papers; keeps the place.</translation>
    </message>
    <message>
        <source>群众离开</source>
        <translation>Visitor left</translation>
    </message>
    <message>
        <source>群众要求</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>行动不便</source>
        <translation>Limited mobility</translation>
    </message>
    <message>
        <source>补充材料</source>
        <translation>Fetch papers</translation>
    </message>
    <message>
        <source>补材料返回</source>
        <translation>Back with papers</translation>
    </message>
    <message>
        <source>设备故障</source>
        <translation>Device fault</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>转窗：{label}</source>
        <translation>Transfer {label}</translation>
    </message>
    <message>
        <source>送签材料</source>
        <translation>Delivering papers</translation>
    </message>
    <message>
        <source>重复取号</source>
        <translation>Taken twice</translation>
    </message>
    <message>
        <source>预计返回</source>
        <translation>Back at</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>取消 Esc</source>
        <translation>Cancel Esc</translation>
    </message>
    <message>
        <source>确定 Enter</source>
        <translation>OK Enter</translation>
    </message>
</context>
<context>
    <name>FormRules</name>
    <message>
        <source>没有其他已开放且获授权办理该事项的窗口。</source>
        <translation>No other open window is authorised for this matter.</translation>
    </message>
    <message>
        <source>请填写原因。</source>
        <translation>Please give the reason.</translation>
    </message>
    <message>
        <source>请填写去向。</source>
        <translation>Please say where you are.</translation>
    </message>
    <message>
        <source>预计返回时间应晚于现在。</source>
        <translation>The return time must be later than now.</translation>
    </message>
    <message>
        <source>预计返回时间请写成 14:30 的样子。</source>
        <translation>Please write the return time like 14:30.</translation>
    </message>
</context>
<context>
    <name>GuideForms</name>
    <message>
        <source>“{field}”的校验码不符，请核对证件。</source>
        <translation>The check digit of “{field}” is wrong; please compare with the card.</translation>
    </message>
    <message>
        <source>“{words}”没有对应唯一的事项</source>
        <translation>“{words}” does not name exactly one item</translation>
    </message>
    <message>
        <source>上门服务完成</source>
        <translation>Home visit done</translation>
    </message>
    <message>
        <source>上门服务申请</source>
        <translation>Home visit request</translation>
    </message>
    <message>
        <source>不能到场的原因</source>
        <translation>Why they cannot come</translation>
    </message>
    <message>
        <source>与委托人的关系</source>
        <translation>Relation to the principal</translation>
    </message>
    <message>
        <source>事项请写编码或拼音首字母，使右下只剩一个事项。</source>
        <translation>Type the code or initials until only one item is left below.</translation>
    </message>
    <message>
        <source>事项（编码或拼音首字母）</source>
        <translation>Item (code or initials)</translation>
    </message>
    <message>
        <source>事项：{names}</source>
        <translation>Item: {names}</translation>
    </message>
    <message>
        <source>代办须登记委托人和代办人双方的证件号码。</source>
        <translation>An agent visit needs the ID numbers of both people.</translation>
    </message>
    <message>
        <source>代办：委托人和代办人双方都会登记</source>
        <translation>Agent: both people will be on record</translation>
    </message>
    <message>
        <source>优先原因</source>
        <translation>Reason for the priority</translation>
    </message>
    <message>
        <source>优先类别</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>优先需要填写原因，原因会记入日志。</source>
        <translation>A priority needs a reason; it goes on record.</translation>
    </message>
    <message>
        <source>作废：{label}</source>
        <translation>Void: {label}</translation>
    </message>
    <message>
        <source>办事人姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>办事人姓名（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>办理人</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原因（叫号时说明）</source>
        <translation>Reason (told when it is called)</translation>
    </message>
    <message>
        <source>取号：{item}</source>
        <translation>Take a number: {item}</translation>
    </message>
    <message>
        <source>取消上门服务</source>
        <translation>Cancel the home visit</translation>
    </message>
    <message>
        <source>同行人数</source>
        <translation>People in the group</translation>
    </message>
    <message>
        <source>同行人数请写 1 到 99。</source>
        <translation>The number of people must be 1 to 99.</translation>
    </message>
    <message>
        <source>后续事项（编码或拼音首字母，空格隔开）</source>
        <translation>Later items (codes or initials, with blanks)</translation>
    </message>
    <message>
        <source>后续：{names}</source>
        <translation>Then: {names}</translation>
    </message>
    <message>
        <source>咨询内容</source>
        <translation>What was asked</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>委托人姓名（代办时填）</source>
        <translation>Name of the principal (for an agent)</translation>
    </message>
    <message>
        <source>委托人身份证号码</source>
        <translation>Principal&apos;s ID number</translation>
    </message>
    <message>
        <source>安排上门服务</source>
        <translation>Assign the home visit</translation>
    </message>
    <message>
        <source>希望日期</source>
        <translation>Preferred date</translation>
    </message>
    <message>
        <source>希望时间</source>
        <translation>Preferred time</translation>
    </message>
    <message>
        <source>引导或转交到哪个部门、窗口或人员</source>
        <translation>Department, window or person it was passed to</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>手机号应为 11 位数字，请核对。</source>
        <translation>A mobile number has 11 digits; please check.</translation>
    </message>
    <message>
        <source>手机号（可不填）</source>
        <translation>Mobile number (optional)</translation>
    </message>
    <message>
        <source>日期请写成 2025-03-03，时间请写成 14:30；不定时间可都不填。</source>
        <translation>Write dates as 2025-03-03 and times as 14:30, or leave both empty.</translation>
    </message>
    <message>
        <source>服务对象姓名</source>
        <translation>Name of the person to visit</translation>
    </message>
    <message>
        <source>没有这个事项</source>
        <translation>no such item</translation>
    </message>
    <message>
        <source>给予优先：{label}</source>
        <translation>Give priority: {label}</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>解除指定窗口：{label}</source>
        <translation>Free from one window: {label}</translation>
    </message>
    <message>
        <source>请填写“{field}”。</source>
        <translation>Please fill in “{field}”.</translation>
    </message>
    <message>
        <source>请填写代办人与委托人的关系。</source>
        <translation>Please fill in how the agent is related to the principal.</translation>
    </message>
    <message>
        <source>请填写引导或转交的部门、窗口或人员。</source>
        <translation>Please say which department, window or person it was passed to.</translation>
    </message>
    <message>
        <source>身份证号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>首问办结</source>
        <translation>Close the first contact</translation>
    </message>
    <message>
        <source>首问登记</source>
        <translation>First contact</translation>
    </message>
</context>
<context>
    <name>GuideLists</name>
    <message>
        <source>{zone} 区</source>
        <translation>Zone {zone}</translation>
    </message>
    <message>
        <source>上门 {count}</source>
        <translation>Home visits {count}</translation>
    </message>
    <message>
        <source>上门申请</source>
        <translation>New home visit</translation>
    </message>
    <message>
        <source>不到 5 分钟</source>
        <translation>under 5 minutes</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>代取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>共 {count} 个事项，请继续输入以缩小范围。</source>
        <translation>{count} items; type more to narrow them down.</translation>
    </message>
    <message>
        <source>分区</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>办事人</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>办理人</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>去响应 F1</source>
        <translation>Answer F1</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>取消申请</source>
        <translation>Cancel request</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>咨询内容</source>
        <translation>What was asked</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>安排人员</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已等候</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>希望时间</source>
        <translation>Preferred time</translation>
    </message>
    <message>
        <source>引导转交至</source>
        <translation>Passed to</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>最长已等</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>服务对象</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>正在</source>
        <translation>Doing</translation>
    </message>
    <message>
        <source>正在计算</source>
        <translation>being worked out</translation>
    </message>
    <message>
        <source>求助 {count}</source>
        <translation>Help {count}</translation>
    </message>
    <message>
        <source>求助时间</source>
        <translation>Called at</translation>
    </message>
    <message>
        <source>没有上门服务申请。</source>
        <translation>No home visits asked for.</translation>
    </message>
    <message>
        <source>没有找到事项。请改用名称中的字或拼音首字母，也可输入部门名称。</source>
        <translation>No item found. Try part of its name, its initials or the department.</translation>
    </message>
    <message>
        <source>没有未响应的求助。</source>
        <translation>No open calls for help.</translation>
    </message>
    <message>
        <source>没有窗口开放</source>
        <translation>no window open</translation>
    </message>
    <message>
        <source>没有需要跟踪的首问事项。</source>
        <translation>No first contacts to follow.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>现在取号预计等候</source>
        <translation>Expected wait for a number taken now</translation>
    </message>
    <message>
        <source>现在没有人等候。</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>等候 {count}</source>
        <translation>Waiting {count}</translation>
    </message>
    <message>
        <source>约 {low}–{high} 分钟</source>
        <translation>about {low}–{high} minutes</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>解除指定窗口</source>
        <translation>Free from window</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>重新排队</source>
        <translation>Back in queue</translation>
    </message>
    <message>
        <source>首问 {count}</source>
        <translation>First contacts {count}</translation>
    </message>
    <message>
        <source>首问人</source>
        <translation>First asked</translation>
    </message>
    <message>
        <source>首问登记</source>
        <translation>New first contact</translation>
    </message>
</context>
<context>
    <name>GuideModel</name>
    <message>
        <source>{label} 可由任一授权窗口呼叫。</source>
        <translation>Any authorised window may now call {label}.</translation>
    </message>
    <message>
        <source>{label} 已作废。</source>
        <translation>{label} is void.</translation>
    </message>
    <message>
        <source>{label} 已回到等候队列。</source>
        <translation>{label} is back in the queue.</translation>
    </message>
    <message>
        <source>{label} 的优先类别已更改，原因已记录。</source>
        <translation>The priority of {label} was changed; the reason is on record.</translation>
    </message>
    <message>
        <source>{news}按 F1 响应。</source>
        <translation>{news}F1 answers.</translation>
    </message>
    <message>
        <source>{news}按 F4 到导办台响应。</source>
        <translation>{news}F4 opens the guide desk.</translation>
    </message>
    <message>
        <source>上门服务已完成。</source>
        <translation>The home visit is done.</translation>
    </message>
    <message>
        <source>上门服务申请已登记，请安排人员。</source>
        <translation>The home visit is on record; please assign somebody.</translation>
    </message>
    <message>
        <source>导办台</source>
        <translation>Guide desk</translation>
    </message>
    <message>
        <source>已安排人员。</source>
        <translation>Somebody was assigned.</translation>
    </message>
    <message>
        <source>已登记响应，请前往。</source>
        <translation>Your answer is on record; please go there.</translation>
    </message>
    <message>
        <source>最长已等 {minutes}</source>
        <translation>longest wait {minutes}</translation>
    </message>
    <message>
        <source>求助 {count} 处</source>
        <translation>{count} calls for help</translation>
    </message>
    <message>
        <source>申请已取消。</source>
        <translation>The request was cancelled.</translation>
    </message>
    <message>
        <source>等候 {count} 人</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>首问事项已办结。</source>
        <translation>The first contact is closed.</translation>
    </message>
    <message>
        <source>首问已登记。</source>
        <translation>The first contact is on record.</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>导办</source>
        <translation>Guide</translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{text}，号票 {label}</source>
        <translation>{text}, ticket {label}</translation>
    </message>
    <message>
        <source>代收转交</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>using it</translation>
    </message>
    <message>
        <source>刷身份证</source>
        <translation>laying on the ID card</translation>
    </message>
    <message>
        <source>取号票</source>
        <translation>taking the ticket</translation>
    </message>
    <message>
        <source>只等 {window} 号窗口</source>
        <translation>only window {window}</translation>
    </message>
    <message>
        <source>同行 {count} 人</source>
        <translation>group of {count}</translation>
    </message>
    <message>
        <source>填手机号</source>
        <translation>typing a phone number</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>已安排</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>引导</source>
        <translation>Guided</translation>
    </message>
    <message>
        <source>当场办理</source>
        <translation>Handled at once</translation>
    </message>
    <message>
        <source>待安排</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>急办件</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>投诉或反映办不成事</source>
        <translation>making a complaint</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>替别人取号</source>
        <translation>taking a number for somebody else</translation>
    </message>
    <message>
        <source>查询进度</source>
        <translation>asking how a ticket stands</translation>
    </message>
    <message>
        <source>求助：{place}（{about}）。</source>
        <translation>Help wanted: {place} ({about}). </translation>
    </message>
    <message>
        <source>申请上门服务</source>
        <translation>asking for a home visit</translation>
    </message>
    <message>
        <source>看到提示，不能继续</source>
        <translation>stopped by a notice</translation>
    </message>
    <message>
        <source>看办事指南</source>
        <translation>reading the guide</translation>
    </message>
    <message>
        <source>看材料清单</source>
        <translation>reading the materials</translation>
    </message>
    <message>
        <source>窗口人员求助</source>
        <translation>clerk needs help</translation>
    </message>
    <message>
        <source>绿色通道</source>
        <translation>Green channel</translation>
    </message>
    <message>
        <source>老弱病残孕军</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>输入号码</source>
        <translation>typing a code</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>还有 {count} 个后续事项</source>
        <translation>{count} more items</translation>
    </message>
    <message>
        <source>选择事项</source>
        <translation>choosing an item</translation>
    </message>
    <message>
        <source>选择部门</source>
        <translation>choosing a department</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>预约签到</source>
        <translation>checking in</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>home page</translation>
    </message>
</context>
<context>
    <name>HeadLine</name>
    <message>
        <source>{name}（{post}） 工号{number}</source>
        <translation>{name} ({post}) No. {number}</translation>
    </message>
    <message>
        <source>{post}岗</source>
        <translation>post {post}</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>○ 未开放</source>
        <translation>○ Closed</translation>
    </message>
    <message>
        <source>● 正在服务</source>
        <translation>● Serving</translation>
    </message>
    <message>
        <source>❚❚ 暂停服务</source>
        <translation>❚❚ Paused</translation>
    </message>
    <message>
        <source>无人等候</source>
        <translation>nobody waits</translation>
    </message>
    <message>
        <source>最长 {minutes} 分钟</source>
        <translation>longest {minutes} min</translation>
    </message>
    <message>
        <source>等候 {count} 人</source>
        <translation>{count} waiting</translation>
    </message>
</context>
<context>
    <name>HealthNews</name>
    <message>
        <source>{place} {device}：{state}。{to_do}</source>
        <translation>{place}, {device}: {state}. {to_do}</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>Here</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>{count} 台设备需要处理，共 {all} 台。</source>
        <translation>{count} of {all} devices need a hand.</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>共 {all} 台设备，没有需要处理的。</source>
        <translation>{all} devices, none needs a hand.</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>本机没有配置设备。</source>
        <translation>No devices are configured here.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>设备健康</source>
        <translation>Device health</translation>
    </message>
    <message>
        <source>返回 F9</source>
        <translation>Back F9</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>叫号后显示该事项的材料、时限和收费。</source>
        <translation>Papers, limits and fee of the matter appear here once a ticket is called.</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>done on the spot</translation>
    </message>
    <message>
        <source>承诺 {days} 个工作日</source>
        <translation>promised {days} working days</translation>
    </message>
    <message>
        <source>收费：{fee}</source>
        <translation>fee: {fee}</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Papers required</translation>
    </message>
    <message>
        <source>材料清单（{count} 项）</source>
        <translation>Papers required ({count})</translation>
    </message>
    <message>
        <source>法定 {days} 个工作日</source>
        <translation>statutory {days} working days</translation>
    </message>
    <message>
        <source>目录中没有登记该事项的材料，请按办事指南核对。</source>
        <translation>The catalogue lists no papers for this matter; please check the guide.</translation>
    </message>
</context>
<context>
    <name>NumberPanel</name>
    <message>
        <source>{zone} 区，{windows} 号窗口</source>
        <translation>Zone {zone}, window {windows}</translation>
    </message>
    <message>
        <source>{zone} 区，请留意叫号</source>
        <translation>Zone {zone}, please wait for the call</translation>
    </message>
    <message>
        <source>前面 {count} 人</source>
        <translation>{count} ahead</translation>
    </message>
    <message>
        <source>取号完成（无纸）</source>
        <translation>Number taken (no paper)</translation>
    </message>
    <message>
        <source>号码已作废</source>
        <translation>The number is void</translation>
    </message>
    <message>
        <source>号码已开始排队，请提醒群众留意叫号。</source>
        <translation>The number is in the queue; ask them to watch for the call.</translation>
    </message>
    <message>
        <source>号票已打印</source>
        <translation>The ticket is printed</translation>
    </message>
    <message>
        <source>告知后按 Enter，号码开始排队；{seconds} 秒内未确认自动作废。</source>
        <translation>Press Enter once told: the number then queues. It voids itself in {seconds} s.</translation>
    </message>
    <message>
        <source>已告知 Enter</source>
        <translation>Told Enter</translation>
    </message>
    <message>
        <source>放弃 Esc</source>
        <translation>Drop Esc</translation>
    </message>
    <message>
        <source>数据库暂时无法连接，号码仍保留，请稍候再按。</source>
        <translation>The database is away; the number is kept. Please press again in a moment.</translation>
    </message>
    <message>
        <source>继续 Enter</source>
        <translation>Go on Enter</translation>
    </message>
    <message>
        <source>请把号码写给群众</source>
        <translation>Please write the number down</translation>
    </message>
    <message>
        <source>请把号票交给群众，提醒留意叫号。</source>
        <translation>Hand the ticket over and ask them to watch for the call.</translation>
    </message>
    <message>
        <source>需要时请重新取号。</source>
        <translation>Take another number if needed.</translation>
    </message>
    <message>
        <source>，约 {low}–{high} 分钟</source>
        <translation>, about {low}–{high} minutes</translation>
    </message>
</context>
<context>
    <name>PageCapture</name>
    <message>
        <source>{label} 的这一页还没有保存，正在自动重试，请不要关闭程序。</source>
        <translation>This page of {label} is not saved yet; trying again, please keep the program open.</translation>
    </message>
    <message>
        <source>高拍仪没有响应，请重试。</source>
        <translation>The document camera does not answer, please try again.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>返回 Esc</source>
        <translation>Back Esc</translation>
    </message>
</context>
<context>
    <name>QueueSide</name>
    <message>
        <source>{minutes} 分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>挂起与过号 F3（{count}）</source>
        <translation>Held and missed F3 ({count})</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>队列 F2（{count}）</source>
        <translation>Queue F2 ({count})</translation>
    </message>
</context>
<context>
    <name>ReplyPanel</name>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>打印 P</source>
        <translation>Print P</translation>
    </message>
    <message>
        <source>打印结果不明，请查看打印机</source>
        <translation>Print in doubt, look at the printer</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>本站无打印机</source>
        <translation>No printer here</translation>
    </message>
    <message>
        <source>本站无短信设备</source>
        <translation>No SMS modem here</translation>
    </message>
    <message>
        <source>正在发短信</source>
        <translation>Sending the SMS</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>没有手机号，不能发短信</source>
        <translation>No phone number, no SMS</translation>
    </message>
    <message>
        <source>短信 S</source>
        <translation>SMS S</translation>
    </message>
    <message>
        <source>短信可能已发出，请电话核实</source>
        <translation>SMS may have gone out; please phone</translation>
    </message>
    <message>
        <source>短信已发出</source>
        <translation>SMS sent</translation>
    </message>
    <message>
        <source>短信未发</source>
        <translation>SMS not sent</translation>
    </message>
    <message>
        <source>短信未发出，可打印</source>
        <translation>SMS not sent; you can print</translation>
    </message>
    <message>
        <source>继续 Enter</source>
        <translation>Go on Enter</translation>
    </message>
    <message>
        <source>预约答复</source>
        <translation>Reply to the booking</translation>
    </message>
</context>
<context>
    <name>SearchSheetView</name>
    <message>
        <source>事项编码、名称、拼音首字母或部门（F3）</source>
        <translation>Code, name, initials or department (F3)</translation>
    </message>
    <message>
        <source>查找事项</source>
        <translation>Find an item</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>操作没有完成，已填内容仍保留。请重试；仍不行请联系管理员。</source>
        <translation>Not done; what you typed is kept. Try again, or ask an administrator.</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>数字键切换栏目，方向键选择，Enter 办理，Tab 移到按钮</source>
        <translation>Digits: lists · arrows: choose · Enter: main action · Tab: buttons</translation>
    </message>
    <message>
        <source>正在计算，请稍候</source>
        <translation>Working, please wait</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>A岗（主岗）</source>
        <translation>Post A (main)</translation>
    </message>
    <message>
        <source>B岗（替岗）</source>
        <translation>Post B (deputy)</translation>
    </message>
    <message>
        <source>{window}号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>导办、首席代表、督查和中心管理</source>
        <translation>Guides, chiefs, supervision, centre</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>暂时连不上数据库，正在自动重连。已填内容仍保留，恢复后即可签到。</source>
        <translation>The database can&apos;t be reached; reconnecting. What you typed is kept; sign in once it is back.</translation>
    </message>
    <message>
        <source>正在签到</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>窗口名称读取中</source>
        <translation>Reading the window&apos;s name</translation>
    </message>
    <message>
        <source>签到上岗</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>管理席</source>
        <translation>Office</translation>
    </message>
</context>
<context>
    <name>SignInViewModel</name>
    <message>
        <source>{window}号窗口尚未登记，请联系管理员核对本机配置。</source>
        <translation>Window {window} is not set up; please have the administrator check this station.</translation>
    </message>
    <message>
        <source>签到没有完成，已填内容仍保留，请重试或联系管理员。</source>
        <translation>Sign-in did not finish; what you typed is kept. Try again or call the administrator.</translation>
    </message>
    <message>
        <source>请输入工号和密码。</source>
        <translation>Please enter staff number and password.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>{name}，工号 {number}</source>
        <translation>{name}, staff number {number}</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>管理席</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>设备健康 F9</source>
        <translation>Devices F9</translation>
    </message>
    <message>
        <source>设备健康 F9
{count} 台需要处理</source>
        <translation>Devices F9
{count} need a hand</translation>
    </message>
    <message>
        <source>请选择要打开的页面，也可以直接按功能键。</source>
        <translation>Choose a page, or press its key.</translation>
    </message>
</context>
<context>
    <name>StartViewModel</name>
    <message>
        <source>与数据库的连接中断，正在自动重连，请稍候。</source>
        <translation>The database is away; reconnecting, please wait.</translation>
    </message>
    <message>
        <source>数据库已恢复连接。</source>
        <translation>The database is back.</translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>下一位：{label}</source>
        <translation>Next: {label}</translation>
    </message>
    <message>
        <source>下一位：无</source>
        <translation>Next: none</translation>
    </message>
    <message>
        <source>与取号证件一致</source>
        <translation>Same card as the number was taken with</translation>
    </message>
    <message>
        <source>与取号证件不一致，请核对是否本人</source>
        <translation>Not the card the number was taken with: check who this is</translation>
    </message>
    <message>
        <source>与委托人证件一致（代办）</source>
        <translation>Card of the person it is for (agent)</translation>
    </message>
    <message>
        <source>为何是他 ⓘ {reason}</source>
        <translation>Why ⓘ {reason}</translation>
    </message>
    <message>
        <source>免登记取号</source>
        <translation>Unregistered</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>去向：{place}&#x3000;预计 {time} 返回</source>
        <translation>At: {place}   back at about {time}</translation>
    </message>
    <message>
        <source>取号时没有出示证件，无从核对</source>
        <translation>The number was taken without a card: nothing to compare</translation>
    </message>
    <message>
        <source>叫号后 {time}</source>
        <translation>since call {time}</translation>
    </message>
    <message>
        <source>已办理 {time}</source>
        <translation>serving {time}</translation>
    </message>
    <message>
        <source>已叫号，第 {count} 次</source>
        <translation>Called, {count}×</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>暂停服务：{reason}</source>
        <translation>Paused: {reason}</translation>
    </message>
    <message>
        <source>有人取号后这里会自动更新。</source>
        <translation>This updates by itself when a ticket is taken.</translation>
    </message>
    <message>
        <source>没有本窗口获授权办理的号票在等候</source>
        <translation>no ticket waits that this window may call</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>窗口空闲，暂时无人等候</source>
        <translation>Free: nobody waits</translation>
    </message>
    <message>
        <source>窗口空闲，请叫下一位</source>
        <translation>Free: please call the next</translation>
    </message>
    <message>
        <source>等候 {time}</source>
        <translation>waited {time}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{label} 已作废。</source>
        <translation>{label} is void.</translation>
    </message>
    <message>
        <source>{label} 已办完。</source>
        <translation>{label} finished.</translation>
    </message>
    <message>
        <source>{label} 已回到等候队列。</source>
        <translation>{label} is back in the queue.</translation>
    </message>
    <message>
        <source>{label} 已挂起，需要时选中它按 G 恢复。</source>
        <translation>{label} on hold; select it and press G to bring it back.</translation>
    </message>
    <message>
        <source>{label} 已撤销过号，仍在本窗口。</source>
        <translation>{label} is back at this window.</translation>
    </message>
    <message>
        <source>{label} 已转窗，号码和先后顺序不变。</source>
        <translation>{label} transferred; number and place stay.</translation>
    </message>
    <message>
        <source>{label} 已过号。按错了可以按 U 撤销。</source>
        <translation>{label} marked as no-show. Press U to undo.</translation>
    </message>
    <message>
        <source>{label} 本环节已办完，原号继续等候办理“{item}”；目前没有开放的窗口，请联系导办台。</source>
        <translation>{label}: this step is done; it waits on for “{item}” with the same number. No window is open for it: ask the guide desk.</translation>
    </message>
    <message>
        <source>{label} 本环节已办完，请群众到 {windows} 号窗口等候办理“{item}”，仍用原号。</source>
        <translation>{label}: this step is done. Next “{item}” at window {windows}, same number.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>与数据库的连接中断，正在自动重连。已填内容仍保留，号票不会丢失，请稍候。</source>
        <translation>Connection to the database lost, reconnecting. What you typed is kept and no ticket is lost; please wait.</translation>
    </message>
    <message>
        <source>已再次呼叫 {label}。</source>
        <translation>{label} called again.</translation>
    </message>
    <message>
        <source>已呼叫 {label}：{reason}。</source>
        <translation>{label} called: {reason}.</translation>
    </message>
    <message>
        <source>已通知导办台，请稍候。</source>
        <translation>The guide desk was called.</translation>
    </message>
    <message>
        <source>当前没有可以呼叫的号票。</source>
        <translation>There is no ticket to call.</translation>
    </message>
    <message>
        <source>操作没有完成，已填内容仍保留。请重试；仍不行请按 F1 求助。</source>
        <translation>Not done; what you typed is kept. Try again, or press F1 for help.</translation>
    </message>
    <message>
        <source>数据库已恢复连接。</source>
        <translation>The database is back.</translation>
    </message>
    <message>
        <source>本窗口已关闭，您已签退。需要继续办理时请重新签到。</source>
        <translation>This window was closed and you are signed out. Sign in again to go on.</translation>
    </message>
    <message>
        <source>本窗口已恢复服务。</source>
        <translation>Serving again.</translation>
    </message>
    <message>
        <source>本窗口已暂停服务，窗口屏和大厅屏显示去向和返回时间。</source>
        <translation>Paused; the screens show where you are and when you are back.</translation>
    </message>
    <message>
        <source>本窗口已由 {name} 接岗，请 {name} 签到后继续办理。</source>
        <translation>{name} has taken over this window; {name}, please sign in to go on.</translation>
    </message>
    <message>
        <source>画面暂时无法刷新，正在重试。</source>
        <translation>The page can&apos;t be refreshed at the moment; trying again.</translation>
    </message>
    <message>
        <source>请先在“挂起与过号”中选中要恢复的号票（F3）。</source>
        <translation>Select the ticket to bring back first (F3).</translation>
    </message>
    <message>
        <source>请先在左侧列表中选中一个号票（F2）。</source>
        <translation>Select a ticket in the list first (F2).</translation>
    </message>
</context>
</TS>
