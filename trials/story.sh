#!/usr/bin/env bash
# Two lives on the command line: a hotline case from the call to the archive, with a return that is refused, an objection, an extension, a
# pause over the National Day holiday and a redo; and a firm from the first library into the statistics and out again.
#
#   trials/story.sh FOLDER      a new folder; JIANNUO may name another command than npx jiannuo
set -euo pipefail
folder=${1:?a new folder}
jiannuo=${JIANNUO:-npx jiannuo}
as() { # PERSON MOMENT WORDS…
  local person=$1 moment=$2
  shift 2
  echo "\$ jiannuo case do $*  （$person，$moment）"
  $jiannuo case do "$@" --as "$person" --at "$moment" --data "$folder" --district lantai || echo "  （退出码 $?）"
}
$jiannuo simulate --cases 20 --days 20 --from 2025-08-01 --seed 7 --data "$folder" > /dev/null
$jiannuo db start --data "$folder" > /dev/null
trap '$jiannuo db stop --data "$folder" > /dev/null' EXIT

echo '== 一件热线工单'
id=$($jiannuo case do accept channel=phone kind=complaint category=020101 urgency=ordinary title=电梯停运三天物业不修 \
  content=小区三号楼电梯停运三天，物业没有安排维修。 callerName=林知夏 callerPhone=13800001234 address=东门路18号3栋 area=桂花社区 \
  --as lantai-operator-1 --at '2025-09-22 09:00' --data "$folder" --district lantai --json | sed 's/.*"record":"\([^"]*\)".*/\1/')
echo "登记为 $id"
as lantai-dispatcher-1 '2025-09-22 09:20' clear "$id"
as lantai-dispatcher-1 '2025-09-22 09:30' dispatch "$id"
as lantai-housing-a '2025-09-22 10:00' signIn "$id"
as lantai-housing-a '2025-09-23 09:00' giveBack "$id" reason=duty explanation=电梯安全监管不属于本单位。 suggestion=lantai-market
as lantai-dispatcher-1 '2025-09-23 10:00' refuseReturn "$id" explanation=物业不履行维修义务，由住建部门牵头。
as lantai-housing-c '2025-09-23 11:00' object "$id" reason=duty explanation=维保合同由市场监管部门监督。 suggestion=lantai-market
as lantai-arbiter-1 '2025-09-23 15:00' uphold "$id" basis=区电梯安全职责分工第2项 ruling=物业维修由住建部门牵头，市场监管部门配合。
as lantai-housing-a '2025-09-23 16:00' signIn "$id"
as lantai-housing-a '2025-09-23 17:00' giveBack "$id" reason=duty explanation=仍有不同意见。
as lantai-housing-a '2025-09-25 10:00' askExtension "$id" reason=works explanation=更换曳引机需要定制配件。 days=3 told=是
as lantai-dispatcher-1 '2025-09-25 15:00' grantExtension "$id" reason=情况属实，同意。
as lantai-housing-a '2025-09-26 15:00' askPause "$id" reason=testing explanation=委托检测机构检验电梯，约需两周。
as lantai-dispatcher-2 '2025-09-26 16:00' grantPause "$id" reason=testing opinion=同意。
as lantai-housing-a '2025-09-30 10:00' finish "$id" contacted=是 solved=是 reply=电梯已修复。
as lantai-housing-a '2025-10-10 09:00' resume "$id" note=检验完毕。
as lantai-housing-a '2025-10-13 10:00' finish "$id" contacted=是 solved=是 reply=电梯已修复并试运行，已电话告知诉求人。
as lantai-housing-c '2025-10-13 15:00' approve "$id"
as lantai-callerBack-1 '2025-10-14 10:00' callBack "$id" contacted=是 solved=否 satisfaction=不满意 remark=修好一天又停。
as lantai-housing-a '2025-10-16 10:00' finish "$id" contacted=是 solved=是 reply=已更换曳引机，连续运行两天正常。
as lantai-housing-c '2025-10-16 15:00' approve "$id"
as lantai-callerBack-1 '2025-10-17 10:00' callBack "$id" contacted=是 solved=是 satisfaction=满意

echo '== 时限在三个过去的时刻'
$jiannuo case show "$id" --clocks-at '2025-09-24 12:00,2025-10-03 12:00,2025-10-14 09:00' --as lantai-leader-1 --at '2025-10-20 09:00' --data "$folder" --district lantai
echo '== 全部经过'
$jiannuo case show "$id" --as lantai-leader-1 --at '2025-10-20 09:00' --data "$folder" --district lantai
echo '== 溯源'
$jiannuo trace 'hotline.satisfactionRate@2025-10' --limit 3 --as lantai-leader-1 --data "$folder" --district lantai
$jiannuo trace 'hotline.satisfactionRate@2025-10' --record "$id" --as lantai-leader-1 --data "$folder" --district lantai | tail -n 30

echo '利润表（示例）' > "$folder/利润表.txt"; echo '营业执照（示例）' > "$folder/执照.txt"
echo '== 一户企业'
firm() { local person=$1 moment=$2; shift 2; as "$person" "$moment" "$@" --machine above-scale-firms; }
firm_id=$($jiannuo case do enter name=兰台启明精密制造有限公司 creditCode=91420199MA4KA1B2C3 industry=industry origin=grown street=lantai-dongmen \
  sector=lantai-industry guardian=lantai-industry-a contactName=周予安 contactPhone=13800005678 revenueLast=1100 revenueThis=1250 revenueMonth=2025-08 \
  --machine above-scale-firms --as lantai-dongmen-a --at '2025-09-01 09:00' --data "$folder" --district lantai --json | sed 's/.*"record":"\([^"]*\)".*/\1/')
echo "入培育库，编号 $firm_id"
firm lantai-dongmen-a '2025-09-10 10:00' report "$firm_id" revenueThis=1700 revenueMonth=2025-08
firm lantai-industry-a '2025-09-10 14:00' promote:key "$firm_id"
firm lantai-industry-a '2025-09-10 14:05' promote:ready "$firm_id"
firm lantai-dongmen-a '2025-10-13 10:00' report "$firm_id" revenueThis=2080 revenueMonth=2025-09
firm lantai-industry-a '2025-10-13 15:00' promote:ready "$firm_id"
firm lantai-industry-a '2025-11-03 10:00' file "$firm_id" window=yearly batch=2025-11 "materials=@$folder/利润表.txt、@$folder/执照.txt"
$jiannuo trace 'above-scale-firms.netIncrease@2025' --as lantai-leader-1 --at '2025-11-04 09:00' --data "$folder" --district lantai | head -n 3 || true
firm lantai-statistician-1 '2025-12-22 09:00' approve "$firm_id" enteredOn=2025-12-20 number=名录库回执2025第118号
$jiannuo trace 'above-scale-firms.netIncrease@2025' --as lantai-leader-1 --at '2025-12-23 09:00' --data "$folder" --district lantai | head -n 12 || true
firm lantai-statistician-1 '2026-02-25 14:00' leave "$firm_id" reason=below
$jiannuo case show "$firm_id" --as lantai-leader-1 --at '2026-03-01 09:00' --data "$folder" --district lantai | head -n 30
echo '== 核验'
$jiannuo verify --data "$folder"
